// What a partner does, with the reference library: see the script of the same name.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { Webhook } from "standardwebhooks";

const { COMMONS, SECRET, URL: url } = process.env;
const webhook = new Webhook(SECRET);

const declaration = (reference) =>
  JSON.stringify({
    type: "revenue.declared",
    timestamp: new Date().toISOString(),
    data: {
      commonsId: COMMONS,
      amount: { value: "12.50", currency: "EUR" },
      period: { from: "2017-01-01", to: "2017-01-31" },
      reference,
    },
  });

async function send(body, { id = randomUUID(), at = new Date(), sent = body, name = (n) => n } = {}) {
  const headers = {
    "content-type": "application/json",
    [name("webhook-id")]: id,
    [name("webhook-timestamp")]: `${Math.floor(at / 1000)}`,
    [name("webhook-signature")]: webhook.sign(id, at, body),
  };
  const answer = await fetch(url, { method: "POST", headers, body: sent });
  return { status: answer.status, type: (await answer.json()).type, headers: answer.headers };
}

// 404 until revenue-service has read of the commons.
let first;
const body = declaration("first");
for (let tries = 0; tries < 60; tries++) {
  first = await send(body, { id: "msg_1" });
  if (first.status !== 404) break;
  await setTimeout(500);
}

assert.equal(first.status, 201, "what the library signs is accepted");
const again = await send(body, { id: "msg_1" });
assert.equal(again.status, 201);
assert.equal(again.headers.get("idempotency-replayed"), "true", "twice is once");
const upper = await send(declaration("second é😀"), { name: (n) => n.toUpperCase() });
assert.equal(upper.type, "/problems/invalid-request", "a reference is ASCII; its bytes were verified");
assert.equal((await send(declaration("third"), { name: (n) => n.toUpperCase() })).status, 201);
const refused = async (options, type) => {
  const answer = await send(declaration(randomUUID()), options);
  assert.deepEqual([answer.status, answer.type], [401, `/problems/${type}`]);
};
await refused({ sent: declaration("another") }, "bad-signature");
await refused({ at: new Date(Date.now() - 310_000) }, "timestamp-out-of-tolerance");
await refused({ at: new Date(Date.now() + 310_000) }, "timestamp-out-of-tolerance");
await refused({ id: "msg.1" }, "bad-signature");
console.log("The reference library and the service agree.");
