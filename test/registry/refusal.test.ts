import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { openRegistry, type RegistryError } from "../../src/adapters/registry/registry.ts";
import { unreachable } from "../../src/adapters/registry/registry-error.ts";
import { refusalAdvice } from "../../src/model/oci/registry-refusals.ts";
import { errorBody, reply, serve } from "./server.ts";

const login = async () => ({ kind: "password", username: "robot", password: "canary-secret" }) as const;
const errorOf = (work: Promise<unknown>) =>
	work.then(
		() => assert.fail("it was taken"),
		(error: RegistryError) => error,
	);

test("the fix of a refusal follows from the registry and its message", () => {
	const unknown = "404 NAME_UNKNOWN: The repository with name 'acme/api' does not exist in the registry with id '1'";
	const settings = /`permissions: packages: write`; in the package's settings on GitHub, under "Manage Actions access"/;
	const cases = [
		["ghcr.io", "acme/api", "denied: permission_denied: write_package", "unknown", settings],
		["ghcr.io", "acme/api", "denied: installation not allowed to Write organization package", "unknown", settings],
		["ghcr.io", "acme/api", "DENIED: denied", "used", settings],
		["containers.github.example", "acme/api", "DENIED: denied", "used", settings],
		[
			"ghcr.io",
			"acme/api",
			"denied: installation not allowed to Create organization package",
			"used",
			/create packages$/,
		],
		[
			...["1.dkr.ecr.eu-west-1.amazonaws.com", "acme/api", unknown, "unknown"],
			/: aws ecr create-repository --region eu-west-1 --repository-name acme\/api$/,
		],
		["public.ecr.aws", "a1b2/acme/api", unknown, "unknown", /aws ecr-public .* --repository-name acme\/api$/],
		[
			...[
				"europe-west1-docker.pkg.dev",
				"project/images/api",
				'NAME_UNKNOWN: Repository "images" not found',
				"unknown",
			],
			/gcloud artifacts repositories create images .*--location=europe-west1 --project=project$/,
		],
		["docker.io", "acme/api", "DENIED: requested access to the resource is denied", "used", undefined],
		["127.0.0.1:5000", "acme/api", "NAME_UNKNOWN: repository name not known to registry", "unknown", undefined],
	] as const;
	for (const [host, repository, said, used, wanted] of cases as readonly (readonly [
		string,
		string,
		string,
		"used" | "unknown",
		RegExp | undefined,
	])[]) {
		const advice = refusalAdvice({ host, repository }, said, used);
		if (wanted === undefined) assert.equal(advice, undefined, said);
		else assert.match(advice ?? "", wanted);
	}
});

test("the reason of a denied package comes from the token endpoint", async () => {
	await using server = await serve(
		(request, response) =>
			request.url?.includes("/token")
				? reply(response, 403, errorBody("DENIED", "permission_denied: read_package"))
				: reply(response, 401, errorBody("UNAUTHORIZED", "authentication required"), {
						"www-authenticate": `Bearer realm="http://${request.headers.host}/token"`,
					}),
		{ auth: login },
	);
	const error = await errorOf(server.registry.head(`${server.host}/acme/api:1`));
	assert.deepEqual([error.code, error.status], ["registry/denied", 403]);
	assert.match(error.message, /403 DENIED: permission_denied: read_package/);
	assert.match(error.problems[0]?.fix ?? "", /Manage Actions access/);
	assert.doesNotMatch(error.message, /canary/);
});

test("push permission is checked by an upload that is cancelled", async () => {
	await using server = await serve((request, response) => {
		if (request.url?.includes("/closed/")) return reply(response, 403, errorBody("DENIED", "no"));
		if (request.method === "POST") return reply(response, 202, "", { location: `${request.url}session?state=x` });
		reply(response, 204);
	});
	await server.registry.checkPush(`${server.host}/open/api`);
	assert.deepEqual(server.lines(), [
		"POST /v2/open/api/blobs/uploads/",
		"DELETE /v2/open/api/blobs/uploads/session?state=x",
	]);
	assert.equal((await errorOf(server.registry.checkPush(`${server.host}/closed/api`))).code, "registry/denied");
});

test("an unreachable registry is reported with its cause: name, port or certificate", () => {
	const fixOf = (code: string) =>
		unreachable({ host: "ghcr.io", call: "x" }, Object.assign(new Error(code), { code }), { tries: 1 }).problems[0]
			?.fix;
	assert.match(fixOf("ENOTFOUND") ?? "", /check the name ghcr\.io/);
	assert.match(fixOf("ECONNREFUSED") ?? "", /nothing listens at ghcr\.io/);
	assert.match(fixOf("SELF_SIGNED_CERT_IN_CHAIN") ?? "", /NODE_EXTRA_CA_CERTS/);
	assert.match(fixOf("EPROTO") ?? "", /check that ghcr\.io is right/);
});

test("a failing proxy is named as the cause, without the password in its address", async () => {
	const proxy = createServer();
	proxy.on("connect", (_, socket) => socket.end("HTTP/1.1 403 Forbidden\r\n\r\n"));
	await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
	const { port } = proxy.address() as AddressInfo;
	try {
		for (const [at, why] of [
			[port, /tunnel to ghcr\.io:443 .*403 Forbidden \(proxy http:\/\/127\.0\.0\.1:\d+ from HTTPS_PROXY\)/],
			[1, /ECONNREFUSED 127\.0\.0\.1:1 \(proxy http:\/\/127\.0\.0\.1:1 from HTTPS_PROXY\)/],
		] as const) {
			const registry = openRegistry({ env: { HTTPS_PROXY: `http://robot:canary-secret@127.0.0.1:${at}` } });
			const error = await errorOf(registry.head("ghcr.io/acme/api:1"));
			assert.equal(error.code, "registry/unreachable");
			assert.match(error.message, why);
			assert.match(error.problems[0]?.fix ?? "", /check HTTPS_PROXY, or add ghcr\.io to NO_PROXY/);
			assert.doesNotMatch(error.message, /canary/);
		}
	} finally {
		proxy.closeAllConnections();
		proxy.close();
	}
});
