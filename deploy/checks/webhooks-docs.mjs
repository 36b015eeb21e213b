// Takes the examples out of docs/partners.md, in the order in which they stand there, and adds to
// those that verify a message what calls them. An example more or less is an error.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [document, directory] = process.argv.slice(2);
const blocks = { sh: [], js: [], python: [], java: [] };
for (const [, language, text] of readFileSync(document, "utf8").matchAll(/^```(\w+)\n(.*?)^```$/gms)) {
  blocks[language].push(text);
}
const names = {
  sh: ["setup.sh", "declare-curl.sh", "change-secret.sh", "summary.sh", "endpoint.sh"],
  js: ["declare.mjs", "verify.mjs", "verify-v1a.mjs"],
  python: ["declare.py", "verify.py", "verify_v1a.py"],
  java: ["Declare.java", "Verify.java", "VerifyV1a.java"],
};
const write = (name, text) => writeFileSync(join(directory, name), text);
for (const language of Object.keys(names)) {
  if (blocks[language].length !== names[language].length) {
    throw new Error(`${blocks[language].length} examples in ${language}: ${names[language].length} are checked`);
  }
  names[language].forEach((name, i) => write(name, blocks[language][i]));
}

write("verified.mjs", `import { readFileSync } from "node:fs";
import { verified } from "./verify.mjs";
import { holdsV1a } from "./verify-v1a.mjs";
const { secret, publicKey, headers, body } = JSON.parse(readFileSync(process.argv[2], "utf8"));
verified(secret, headers, body);
if (!holdsV1a(publicKey, headers, body)) throw new Error("v1a does not hold");
if (holdsV1a(publicKey, headers, body + " ")) throw new Error("v1a holds of anything");
console.log("verified");
`);
write("verified.py", `import json, sys
from verify import verified
from verify_v1a import holds_v1a
message = json.load(open(sys.argv[1]))
headers, body = message["headers"], message["body"]
verified(message["secret"], headers, body)
assert holds_v1a(message["publicKey"], headers, body)
assert not holds_v1a(message["publicKey"], headers, body + " ")
print("verified")
`);
// One file, as the launcher of sources wants it: imports first, then whoever has main.
const java = blocks.java.slice(1).join("\n").split("\n");
const imports = new Set(java.filter((line) => line.startsWith("import ")).map((line) => line.split(";")[0] + ";"));
const classes = java.filter((line) => !line.startsWith("import ")).join("\n");
write("Verified.java", `${[...imports].join("\n")}
import java.nio.file.*;
import java.util.*;
class Verified {
    public static void main(String[] args) throws Exception {
        List<String> lines = Files.readAllLines(Path.of(args[0] + ".lines"));
        String id = lines.get(2), at = lines.get(3), signatures = lines.get(4), body = lines.get(5);
        Verify.verify(lines.get(0), HttpHeaders.of(Map.of("webhook-id", List.of(id),
                "webhook-timestamp", List.of(at), "webhook-signature", List.of(signatures)),
                (name, value) -> true), body);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        if (!VerifyV1a.holds(lines.get(1), id, at, signatures, bytes)
                || VerifyV1a.holds(lines.get(1), id + "x", at, signatures, bytes)) {
            throw new IllegalStateException("v1a");
        }
        System.out.println("verified");
    }
}
${classes}`);
