// SPDX-License-Identifier: Apache-2.0
// Asks node-casbin, Cedar, Cerbos and the exported Python. FOLDER has a folder a policy, with the exports in folders
// casbin, cedar, cerbos and python, and AuthZEN requests in casbin.jsonl and so on; the answers go to casbin.out and so
// on, a 1 or 0 a request. An error of an engine is an error here, never an answer.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import http from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { mkdtempSync, rmSync } from "node:fs";
import * as casbin from "casbin";

const require = createRequire(import.meta.url);
const cedar = require("@cedar-policy/cedar-wasm/nodejs");
const cerbosProgram = require.resolve("@cerbos/cerbos-linux-x64");
const ask = { casbin: askCasbin, cedar: askCedar, cerbos: askCerbos, python: askPython };

async function askCasbin(folder, requests) {
    const enforcer = await casbin.newEnforcer(path.join(folder, "model.conf"), path.join(folder, "policy.csv"));
    const { property } = JSON.parse(readFileSync(path.join(folder, "..", "ownership.json"), "utf8"));
    const answers = [];
    for (const { subject, action, resource } of requests) {
        const { [property]: owner = "", relations = [] } = resource.properties ?? {};
        answers.push(await enforcer.enforce(subject.id, resource.type, action.name, owner, relations));
    }
    return answers;
}

async function askCedar(folder, requests) {
    const text = readFileSync(path.join(folder, "policies.cedar"), "utf8");
    const entities = JSON.parse(readFileSync(path.join(folder, "entities.json"), "utf8"));
    const parsed = cedar.preparsePolicySet("policies", { staticPolicies: text });
    if (parsed.type !== "success") throw new Error(JSON.stringify(parsed.errors));
    const roles = entities.filter(({ uid }) => uid.type === "Role");
    const users = new Map(entities.filter(({ uid }) => uid.type === "User").map((user) => [user.uid.id, user]));
    return requests.map(({ subject, action, resource, context = {} }) => {
        const user = users.get(subject.id);
        const asked = { properties: resource.properties ?? {} };
        if (context.time) asked.time = { __extn: { fn: "datetime", arg: context.time } };
        if (context.roles) asked.roles = context.roles;
        const isOperation = resource.type === "operation" && action.name === "perform";
        const answer = cedar.statefulIsAuthorized({
            principal: { type: "User", id: subject.id },
            action: { type: "Action", id: action.name },
            resource: isOperation ? { type: "Operation", id: resource.id } : { type: "Resource", id: resource.type },
            context: asked,
            preparsedPolicySetId: "policies",
            entities: user ? [user, ...roles] : roles,
        });
        if (answer.type !== "success") throw new Error(JSON.stringify(answer.errors));
        if (user && answer.response.diagnostics.errors.length)
            throw new Error(JSON.stringify(answer.response.diagnostics.errors));
        return answer.response.decision === "allow";
    });
}

const post = (socketPath, target, body) =>
    new Promise((resolve, reject) => {
        const text = JSON.stringify(body);
        const request = http.request(
            { socketPath, path: target, method: body ? "POST" : "GET", agent,
              headers: body ? { "content-type": "application/json", "content-length": Buffer.byteLength(text) } : {} },
            (response) => {
                const parts = [];
                response.on("data", (part) => parts.push(part));
                response.on("end", () => {
                    const answer = Buffer.concat(parts).toString();
                    if (response.statusCode === 200) resolve(answer);
                    else reject(new Error(`Cerbos answered ${response.statusCode}: ${answer} to ${text}`));
                });
            });
        request.on("error", reject);
        request.end(body ? text : undefined);
    });
const agent = new http.Agent({ keepAlive: true });

async function askCerbos(folder, requests) {
    const scratch = mkdtempSync(path.join(tmpdir(), "cerbos-"));
    const socket = path.join(scratch, "http.sock");
    let log = "";
    const server = spawn(cerbosProgram, ["server", "--log-level=error",
        `--set=server.httpListenAddr=unix:${socket}`, `--set=server.grpcListenAddr=unix:${path.join(scratch, "grpc.sock")}`,
        "--set=storage.driver=disk", `--set=storage.disk.directory=${folder}`, "--set=telemetry.disabled=true"]);
    server.stdout.on("data", (text) => (log += text));
    server.stderr.on("data", (text) => (log += text));
    let ended = false;
    const end = new Promise((resolve) => server.on("close", () => resolve((ended = true))));
    try {
        for (let tries = 0; ; ++tries) {
            try {
                await post(socket, "/_cerbos/health");
                break;
            } catch (error) {
                if (ended || tries > 600) throw new Error(`Cerbos did not start: ${error.message}\n${log}`);
                await new Promise((resolve) => setTimeout(resolve, 50));
            }
        }
        // One by one: of a batch (0.55.0), items with one subject id are all decided by the properties of the first.
        const answers = [];
        let next = 0;
        const client = async () => {
            while (next < requests.length) {
                const i = next++;
                const { subject, action, resource, context = {} } = requests[i];
                const { time, roles } = context;
                const body = { action, resource, subject: { ...subject, properties: { ...(time && { time }), ...(roles && { roles }) } } };
                const answer = JSON.parse(await post(socket, "/access/v1/evaluation", body));
                if (typeof answer.decision !== "boolean") throw new Error(`Cerbos answered ${JSON.stringify(answer)}`);
                answers[i] = answer.decision;
            }
        };
        await Promise.all(Array.from({ length: 8 }, client));
        return answers;
    } finally {
        server.kill();
        await end;
        rmSync(scratch, { recursive: true, force: true });
    }
}

// The reasons are compared by tests/core/exchange/tst_pythonexport.cpp.
function askPython(folder, requests) {
    const program = "import json, sys\nfrom rolewright_policy import Policy\npolicy = Policy.load()\n"
        + "for line in sys.stdin: print(int(policy.decide(json.loads(line)).allowed), end='')";
    const done = spawnSync("/usr/bin/python3", ["-B", "-c", program],
        { cwd: folder, input: requests.map((request) => JSON.stringify(request)).join("\n"), encoding: "utf8" });
    if (done.status !== 0) throw new Error(`Python: ${done.error ?? done.stderr}`);
    return [...done.stdout].map(Number);
}

const spent = {}; // milliseconds
const root = process.argv[2];
for (const name of readdirSync(root).sort()) {
    for (const [engine, answer] of Object.entries(ask)) {
        const folder = path.join(root, name, engine);
        if (!existsSync(folder)) continue;
        const lines = readFileSync(path.join(root, name, `${engine}.jsonl`), "utf8").split("\n").filter(Boolean);
        const began = Date.now();
        const answers = await answer(folder, lines.map((line) => JSON.parse(line)));
        spent[engine] = (spent[engine] ?? 0) + Date.now() - began;
        writeFileSync(path.join(root, name, `${engine}.out`), answers.map(Number).join(""));
    }
}
console.log(JSON.stringify(spent));
