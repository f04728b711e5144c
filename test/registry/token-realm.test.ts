import assert from "node:assert/strict";
import { test } from "node:test";
import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { openRegistry, type RegistryError, readTokenHosts } from "../../src/adapters/registry/registry.ts";
import { isTrustedRealm } from "../../src/adapters/registry/token-realm.ts";
import type { UserError } from "../../src/util/errors.ts";
import { type Internet, openInternet, type SeenThere } from "./internet.ts";
import { reply, serve } from "./server.ts";

const password = async () => ({ kind: "password", username: "lucid", password: "canary-secret" }) as const;
const identity = async () => ({ kind: "identity", token: "canary-secret" }) as const;
const basic = `Basic ${Buffer.from("lucid:canary-secret").toString("base64")}`;

/** The challenges that these registries sent, and hosts with which other products are usually installed. */
const challenges: Readonly<Record<string, string>> = {
	"docker.io": 'Bearer realm="https://auth.docker.io/token",service="registry.docker.io",scope="repository:a/b:pull"',
	"registry.gitlab.com":
		'Bearer realm="https://gitlab.com/jwt/auth",service="container_registry",scope="repository:a/b:pull",error="invalid_token"',
	"ghcr.io": 'Bearer realm="https://ghcr.io/token",service="ghcr.io",scope="repository:a/b:pull"',
	"quay.io": 'Bearer realm="https://quay.io/v2/auth",service="quay.io",scope="repository:a/b:pull"',
	"123456789012.dkr.ecr.eu-west-1.amazonaws.com":
		'Basic realm="https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/",service="ecr.amazonaws.com"',
	"public.ecr.aws": 'Bearer realm="https://public.ecr.aws/token/",service="public.ecr.aws",scope="aws"',
	"europe-west1-docker.pkg.dev":
		'Bearer realm="https://europe-west1-docker.pkg.dev/v2/token",service="europe-west1-docker.pkg.dev",scope="repository:a/b:pull"',
	"acme.azurecr.io":
		'Bearer realm="https://acme.azurecr.io/oauth2/token",service="acme.azurecr.io",scope="repository:a/b:pull"',
	"registry.digitalocean.com":
		'Bearer realm="https://api.digitalocean.com/v2/registry/auth",service="registry.digitalocean.com"',
	"containers.github.example.com":
		'Bearer realm="https://containers.github.example.com/token",service="containers.github.example.com"',
	// Harbor on a subdomain of the registry.
	"images.example.org": 'Bearer realm="https://harbor.images.example.org/service/token",service="harbor-registry"',
	// A self-managed GitLab.
	"registry.example.com":
		'Bearer realm="https://gitlab.example.com/jwt/auth",service="container_registry",scope="repository:a/b:pull"',
	"registry.example.co.uk": 'Bearer realm="https://auth.example.co.uk:8443/token",service="registry"',
	"foreign.example.com": 'Bearer realm="https://login.example.net/token?x=1",service="registry"',
	"shared.co.uk": 'Bearer realm="https://evil.co.uk/token",service="registry"',
	"acme.github.io": 'Bearer realm="https://evil.github.io/token",service="registry"',
	"example.com": 'Bearer realm="https://evilexample.com/token",service="registry"',
	"plain.example.com": 'Bearer realm="http://plain.example.com/token",service="registry"',
	"moved.example.com": 'Bearer realm="https://moved.example.com/moved",service="registry"',
};
const hostNames = Object.entries(challenges).flatMap(([host, challenge]) => [
	host === "docker.io" ? "registry-1.docker.io" : host,
	new URL(/realm="([^"]*)"/.exec(challenge)?.[1] ?? "").hostname,
]);

/** A token for a login or for none, and the image `a/b` for that token. */
function answer({ host, line, authorization }: SeenThere) {
	const registry = host === "registry-1.docker.io" ? "docker.io" : host;
	if (line.includes("/moved")) return { status: 307, headers: { location: "https://login.example.net/token" } };
	if (!line.includes("/v2/a/b/")) return { status: 200, body: JSON.stringify({ token: "good", expires_in: 300 }) };
	if (authorization === "Bearer good" || authorization === basic) return { status: 404 };
	return { status: 401, headers: { "www-authenticate": challenges[registry] ?? "" } };
}

async function withInternet(work: (internet: Internet) => Promise<void>): Promise<void> {
	await using internet = await openInternet([...new Set(hostNames)], answer);
	const usual = getCACertificates("default");
	setDefaultCACertificates([...usual, internet.certificate]);
	try {
		await work(internet);
	} finally {
		setDefaultCACertificates(usual);
	}
}

const carriesLogin = ({ authorization, body }: SeenThere) => authorization === basic || body.includes("canary-secret");

test("registries and their token servers get the login: Docker Hub, GitLab, GHCR, Quay, ECR, Google, Azure, GHES, Harbor", async () => {
	const refused = ["foreign", "shared", "acme.github", "example.com", "plain", "moved"];
	const hosts = Object.keys(challenges).filter((host) => !refused.some((name) => host.startsWith(name)));
	assert.equal(hosts.length, 13);
	await withInternet(async ({ env, seen }) => {
		for (const auth of [password, identity])
			for (const host of hosts) {
				if (auth === identity && host.includes("dkr.ecr")) continue;
				const before = seen.length;
				assert.equal(await openRegistry({ env, auth }).head(`${host}/a/b:c`), undefined, host);
				const requestsWithLogin = seen.slice(before).filter(carriesLogin);
				const realm = new URL(/realm="([^"]*)"/.exec(challenges[host] ?? "")?.[1] ?? "").host;
				assert.deepEqual([...new Set(requestsWithLogin.map(({ host: name }) => name))], [realm], host);
			}
	});
});

test("a login is not sent to a realm on a third host: the error names registry, realm and option", async () => {
	await withInternet(async ({ env, seen }) => {
		for (const [host, realm] of [
			["foreign.example.com", "login.example.net"],
			["shared.co.uk", "evil.co.uk"],
			["acme.github.io", "evil.github.io"],
			["example.com", "evilexample.com"],
		] as const)
			for (const auth of [password, identity]) {
				const before = seen.length;
				await assert.rejects(openRegistry({ env, auth }).head(`${host}/a/b:c`), (error: RegistryError) => {
					assert.equal(error.code, "registry/token-host");
					assert.ok(error.message.includes(`${host} names a token server on another domain: https://${realm}/token`));
					assert.ok(error.problems[0]?.fix?.includes(`\`registry-token-hosts: ${realm}\``));
					assert.doesNotMatch(JSON.stringify(error.problems), /canary/);
					return true;
				});
				assert.deepEqual([...new Set(seen.slice(before).map((one) => one.host))], [host], "the realm is not requested");
			}
	});
});

test("a third host gets the login if the user names it, and requests without a login in any case", async () => {
	await withInternet(async ({ env, seen }) => {
		const ref = "foreign.example.com/a/b:c";
		await openRegistry({ env }).head(ref);
		assert.ok(!seen.some(carriesLogin));
		assert.ok(seen.some(({ host }) => host === "login.example.net"));
		const others = readTokenHosts(["login.example.net:8443", "example.net"]);
		await assert.rejects(openRegistry({ env, auth: password, tokenHosts: others }).head(ref), /another domain/);
		assert.ok(!seen.some(carriesLogin));
		await openRegistry({ env, auth: password, tokenHosts: readTokenHosts(["Login.example.net"]) }).head(ref);
		assert.deepEqual(
			seen.filter(carriesLogin).map(({ host }) => host),
			["login.example.net"],
		);
	});
});

test("a realm without TLS gets no request, with a login or without", async () => {
	await withInternet(async ({ env, seen }) => {
		for (const auth of [password, identity, async () => undefined])
			await assert.rejects(openRegistry({ env, auth }).head("plain.example.com/a/b:c"), /is not https/);
		assert.deepEqual([...new Set(seen.map(({ line }) => line))], ["HEAD /v2/a/b/manifests/c"]);
	});
});

test("a token request that is redirected sends nothing on, neither a password nor an identity token", async () => {
	await withInternet(async ({ env, seen }) => {
		for (const auth of [password, identity, async () => undefined])
			await assert.rejects(
				openRegistry({ env, auth }).head("moved.example.com/a/b:c"),
				/its token endpoint https:\/\/moved\.example\.com redirects to https:\/\/login\.example\.net, which is not followed/,
			);
		assert.deepEqual([...new Set(seen.map(({ host }) => host))], ["moved.example.com"]);
	});
});

test("a redirect to another host or port carries no Authorization header, for reads and writes", async () => {
	await using elsewhere = await serve((_, response) => reply(response, 201));
	await using server = await serve(
		(request, response) => {
			if (!request.headers.authorization) return reply(response, 401, "", { "www-authenticate": "Basic realm=x" });
			const name = request.url?.includes("/named/") ? "localhost" : "127.0.0.1";
			const [, port] = (request.url?.includes("/named/") ? server.host : elsewhere.host).split(":");
			// The same machine and port, but another name.
			if (request.url?.startsWith("/there")) return reply(response, 201);
			reply(response, 307, "", { location: `http://${name}:${port}/there` });
		},
		{ auth: password, retry: { tries: 1, firstMs: 1, maxMs: 1 } },
	);
	const { registry, host, seen } = server;
	await registry.putManifest(`${host}/port/a:b`, Buffer.from("{}"), "application/json");
	assert.deepEqual(
		elsewhere.seen.map(({ authorization }) => authorization),
		[undefined],
	);
	await assert.rejects(registry.putManifest(`${host}/named/a:b`, Buffer.from("{}"), "application/json"));
	const there = seen.filter(({ line }) => line === "PUT /there");
	assert.ok(there.length > 0);
	assert.ok(there.every(({ authorization }) => authorization === undefined));
});

test("the rule for realms, name by name", async () => {
	const trusted = (registry: string, realm: string, hosts: readonly string[] = []) =>
		isTrustedRealm(registry, new URL(realm), new Set(hosts));
	for (const [registry, realm] of [
		["registry.example.com:5000", "https://registry.example.com:5001/auth"],
		["a.b.example.com", "https://c.d.example.com/"],
		["example.com", "https://auth.example.com/"],
		["auth.example.com", "https://example.com/"],
		["REGISTRY.example.com", "https://auth.Example.COM/"],
		["127.0.0.1:5000", "http://localhost:5001/token"],
		["10.1.2.3:5000", "https://10.1.2.3/token"],
		["registry:5000", "https://registry/token"],
	] as const)
		assert.equal(await trusted(registry, realm), true, `${registry} ${realm}`);
	for (const [registry, realm] of [
		["registry.com", "https://auth.com/"],
		["10.1.2.3:5000", "https://10.1.2.4/token"],
		["10.1.2.3:5000", "https://9.1.2.3/token"],
		["[2001:db8::1]:5000", "https://[2001:db8::2]/token"],
		["registry:5000", "https://auth/token"],
		["registry.local", "https://auth.local/token"],
		["a.s3.amazonaws.com", "https://b.s3.amazonaws.com/"],
		["a.foo.ck", "https://b.foo.ck.example.com/"],
		["foo.ck", "https://bar.foo.ck/"],
		["example.com", "https://example.com.evil.net/"],
		["registry.example.com", "https://127.0.0.1/"],
		["registry.example.com", "http://localhost:9/"],
		["xn--55qx5d.cn", "https://other.xn--55qx5d.cn/"],
	] as const)
		assert.equal(await trusted(registry, realm), false, `${registry} ${realm}`);
	assert.equal(await trusted("a.example.com", "https://b.example.net/", ["b.example.net"]), true);
	assert.equal(await trusted("a.example.com", "https://b.example.net:1/", ["b.example.net"]), false);
});

test("registry-token-hosts takes names and ports, and reports everything else at once", () => {
	assert.deepEqual(
		[...readTokenHosts(["auth.example.com", "Auth.example.com:8443"])],
		["auth.example.com", "auth.example.com:8443"],
	);
	assert.throws(
		() => readTokenHosts(["https://auth.example.com", "auth.example.com/token", "good.example", "*.example.com:x"]),
		(error: UserError) => error.problems.length === 3 && error.problems.every(({ code }) => code === "options/value"),
	);
});
