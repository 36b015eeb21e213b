// Receives one test message from revenue-service and verifies it with the library of the
// specification; then shows that the library refuses it when one byte is another. The message goes
// to a file, for others to verify.
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { Webhook } from "standardwebhooks";

const [url, token, port, file] = process.argv.slice(2);
const WAIT_MILLIS = 30_000;

async function post(path, body, status) {
  const answer = await fetch(url + path, {
    method: "POST",
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (answer.status !== status) {
    throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  }
  return answer.json();
}

const server = createServer();
server.listen(Number(port), "127.0.0.1");
await once(server, "listening");

const { partnerId } = await post("/v1/partners", { name: "Check" }, 201);
const endpoints = `/v1/partners/${partnerId}/endpoints`;
const { endpointId, secret, publicKeys } = await post(
  endpoints, { url: `http://localhost:${port}/in`, eventTypes: ["revenue.*"], signsV1a: true }, 201);
const arrival = once(server, "request", { signal: AbortSignal.timeout(WAIT_MILLIS) });
await post(`${endpoints}/${endpointId}/test`, {}, 202);

const [request, answer] = await arrival;
const chunks = [];
for await (const chunk of request) chunks.push(chunk);
answer.writeHead(204).end();
server.close();

const body = Buffer.concat(chunks).toString("utf8");
const webhook = new Webhook(secret);
console.log(`Verified: ${webhook.verify(body, request.headers).type}`);
let refused = false;
try {
  webhook.verify(body + " ", request.headers);
} catch {
  refused = true;
}
const { headers } = request;
const message = { secret, publicKey: publicKeys[0], headers, body };
writeFileSync(file, JSON.stringify(message));
// For whoever has no parser of JSON at hand: a line each.
const names = ["webhook-id", "webhook-timestamp", "webhook-signature"];
writeFileSync(
  `${file}.lines`,
  [secret, publicKeys[0], ...names.map((name) => headers[name]), body].join("\n"));
if (!refused) throw new Error("The library takes a body that was altered");
process.exit(0);
