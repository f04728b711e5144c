import assert from "node:assert/strict";
import type { IncomingMessage, ServerResponse } from "node:http";
import { test } from "node:test";
import type { RegistryError } from "../../src/adapters/registry/registry.ts";
import { readChallenge } from "../../src/adapters/registry/token-store.ts";
import { manifestType, reply, type Seen, serve } from "./server.ts";

const password = async () => ({ kind: "password", username: "lucid", password: "canary-secret" }) as const;
const bytes = Buffer.from("{}");

/** Tokens are `t1`, `t2`, ...; the newest is good, and `expire` ends it. */
function tokenServer() {
	let issued = 0;
	let good = "";
	const answer = (request: IncomingMessage, response: ServerResponse, { line }: Seen) => {
		if (line.includes("/token")) {
			good = `t${++issued}`;
			reply(response, 200, JSON.stringify({ token: good, expires_in: 300 }));
		} else if (request.headers.authorization === `Bearer ${good}`)
			reply(response, request.method === "PUT" ? 201 : 404);
		else {
			const realm = `http://${request.headers.host}/token`;
			reply(response, 401, "", { "www-authenticate": `Bearer realm="${realm}",service="s",error="invalid_token"` });
		}
	};
	return { answer, expire: () => (good = "gone"), issued: () => issued };
}

test("challenges are parsed in every form that registries send", () => {
	const read = (text: string) => {
		const challenge = readChallenge(text);
		return challenge?.kind === "bearer" ? { ...challenge, realm: challenge.realm.href } : challenge;
	};
	const bearer = { kind: "bearer", realm: "https://auth.example/token" };
	assert.deepEqual(read('Bearer realm="https://auth.example/token",service="r",scope="repository:a:pull,push"'), {
		...bearer,
		service: "r",
		scope: "repository:a:pull,push",
	});
	assert.deepEqual(read("bearer realm=https://auth.example/token"), bearer);
	assert.deepEqual(read('Basic realm="x", Bearer realm="https://auth.example/token"'), bearer);
	assert.deepEqual(read('Basic realm="x"'), { kind: "basic" });
	assert.equal(read('Bearer realm="nowhere"'), undefined);
	assert.equal(read("Negotiate"), undefined);
	assert.equal(readChallenge(undefined), undefined);
});

test("one token serves concurrent calls; the next repository requests its token in advance", async () => {
	const tokens = tokenServer();
	await using server = await serve(tokens.answer, { auth: password });
	const { registry, host } = server;
	await registry.head(`${host}/a:1`);
	await Promise.all([2, 3, 4, 5].map((tag) => registry.head(`${host}/a:${tag}`)));
	assert.equal(tokens.issued(), 1);
	await registry.head(`${host}/b:1`);
	assert.deepEqual(server.lines().slice(-2), [
		"GET /token?service=s&scope=repository%3Ab%3Apull",
		"HEAD /v2/b/manifests/1",
	]);
	await registry.putManifest(`${host}/b:1`, bytes, manifestType);
	assert.ok(server.lines().includes("GET /token?service=s&scope=repository%3Ab%3Apull%2Cpush"));
	const asked = server.seen.filter(({ line }) => line.includes("/token"));
	assert.ok(asked.every(({ authorization }) => authorization?.startsWith("Basic ")));
});

test("an expired token is renewed once, and the call continues", async () => {
	const tokens = tokenServer();
	await using server = await serve(tokens.answer);
	await server.registry.putManifest(`${server.host}/a:1`, bytes, manifestType);
	tokens.expire();
	await server.registry.putManifest(`${server.host}/a:2`, bytes, manifestType);
	assert.equal(tokens.issued(), 2);
	assert.ok(server.seen.every(({ line, authorization }) => !line.includes("/token") || authorization === undefined));
});

test("a rejected login is one failure, with the fix and without the password", async () => {
	await using server = await serve(
		(request, response) =>
			request.url?.includes("/token")
				? reply(response, 401)
				: reply(response, 401, "", { "www-authenticate": `Bearer realm="http://${request.headers.host}/token"` }),
		{ auth: password },
	);
	await assert.rejects(server.registry.head(`${server.host}/a/b:c`), (error: RegistryError) => {
		assert.deepEqual([error.code, error.status], ["registry/denied", 401]);
		assert.match(error.message, /denied: HEAD manifests\/c of a\/b[\s\S]*docker login 127/);
		assert.doesNotMatch(JSON.stringify([error.message, error.problems, String(error.cause)]), /canary|Basic/);
		return true;
	});
	assert.equal(server.seen.length, 2);
});

test("a forbidden repository does not affect the others", async () => {
	await using server = await serve((request, response) =>
		reply(response, request.url?.includes("/closed/") ? 403 : 404),
	);
	const { registry, host } = server;
	const [open, closed] = await Promise.allSettled([registry.head(`${host}/open:1`), registry.head(`${host}/closed:1`)]);
	assert.deepEqual([open.status, closed.status], ["fulfilled", "rejected"]);
});

test("Basic credentials are sent in the header, and wrong ones are rejected once", async () => {
	const right = `Basic ${Buffer.from("lucid:canary-secret").toString("base64")}`;
	const answer = (request: IncomingMessage, response: ServerResponse) =>
		request.headers.authorization === right
			? reply(response, 404)
			: reply(response, 401, "", { "www-authenticate": 'Basic realm="x"' });
	await using server = await serve(answer, { auth: password });
	assert.equal(await server.registry.head(`${server.host}/a:1`), undefined);
	await using other = await serve(answer, { auth: async () => ({ ...(await password()), password: "wrong" }) });
	await assert.rejects(other.registry.head(`${other.host}/a:1`), /docker login/);
	assert.equal(other.seen.length, 2);
	await using none = await serve(answer);
	await assert.rejects(none.registry.head(`${none.host}/a:1`), /without credentials/);
});

test("an identity token is exchanged by a form, and never sent without TLS", async () => {
	const auth = async () => ({ kind: "identity", token: "canary-secret" }) as const;
	const tokens = tokenServer();
	await using server = await serve(tokens.answer, { auth });
	await server.registry.head(`${server.host}/a:1`);
	const form = new URLSearchParams(server.seen.find(({ line }) => line === "POST /token")?.body);
	assert.deepEqual([form.get("grant_type"), form.get("refresh_token")], ["refresh_token", "canary-secret"]);
	await using evil = await serve(
		(_, response) => reply(response, 401, "", { "www-authenticate": 'Bearer realm="http://192.0.2.1/token"' }),
		{ auth },
	);
	await assert.rejects(
		evil.registry.head(`${evil.host}/a:1`),
		/names a token server on another domain: http:\/\/192\.0\.2\.1\/token/,
	);
});
