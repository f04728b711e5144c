import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { jobDockerConfig } from "../../src/entrypoints/actions/docker-login.ts";
import { parseLogins, passwordsIn, registriesOfToken } from "../../src/entrypoints/actions/parse-logins.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { reply, serve } from "../registry/server.ts";
import { openJob } from "./runner.ts";

const jobToken = { token: "ghs_job", registries: registriesOfToken(), isFallback: true };
const nothing = { registry: undefined, username: undefined, password: undefined, lines: [], jobToken };

test("logins are read one per line, in addition to the one of registry", () => {
	assert.deepEqual(
		parseLogins({
			registry: "ghcr.io/lucid",
			username: "me",
			password: "pass word",
			lines: ["docker.io you p4ss", "127.0.0.1:5000\tthem  with a blank "],
			jobToken,
		}),
		[
			{ host: "ghcr.io", username: "me", password: "pass word" },
			{ host: "docker.io", username: "you", password: "p4ss" },
			{ host: "127.0.0.1:5000", username: "them", password: "with a blank" },
		],
	);
	assert.deepEqual(parseLogins(nothing), []);
});

test("the job's token replaces a missing password at the registry of its own GitHub server, and nowhere else", () => {
	const passwordFor = (registry: string, server?: string, more: object = {}) =>
		parseLogins({
			...{ ...nothing, registry, username: "me", password: undefined },
			jobToken: { ...jobToken, registries: registriesOfToken(server), ...more },
		})[0]?.password;
	assert.equal(passwordFor("ghcr.io"), "ghs_job");
	assert.equal(passwordFor("GHCR.io/acme"), "ghs_job");
	assert.equal(passwordFor("ghcr.io", "https://github.com"), "ghs_job");
	for (const registry of ["docker.io", "quay.io", "ghcr.io.evil.example", "evil.example/ghcr.io", "ghcr.io:444"])
		assert.equal(passwordFor(registry), undefined, registry);
	assert.equal(passwordFor("127.0.0.1:5000"), undefined);
	const server = "https://github.example.com";
	assert.equal(passwordFor("containers.github.example.com/acme", server), "ghs_job");
	assert.equal(passwordFor("github.example.com", server), "ghs_job");
	for (const registry of ["ghcr.io", "containers.example.com", "containers.github.com"])
		assert.equal(passwordFor(registry, server), undefined, registry);
	assert.equal(passwordFor("ghcr.io", "not a URL"), undefined);
	assert.equal(passwordFor("ghcr.io", undefined, { isFallback: false }), undefined, "it only reads, as of a fork");
	assert.equal(passwordFor("ghcr.io", undefined, { token: undefined }), undefined);
});

test("the job's token as a password is refused for any other registry, also in `logins`", () => {
	const given = { ...nothing, registry: "docker.io", username: "me", password: "ghs_job" };
	const lines = ["quay.io me ghs_job", "ghcr.io me ghs_job", "127.0.0.1:5000 me ghs_job", "quay.io me other"];
	assert.throws(
		() => parseLogins({ ...given, lines }),
		(error: { problems?: readonly { message: string }[] } & Error) => {
			assert.deepEqual(
				error.problems?.map(({ message }) => message),
				["the job's token is not sent to docker.io", "the job's token is not sent to quay.io"],
			);
			assert.doesNotMatch(error.message, /ghs_job/);
			return true;
		},
	);
});

test("setup logs in nowhere if the registry would send the login to a third host", async () => {
	await using registry = await serve((_, response) =>
		reply(response, 401, "", { "www-authenticate": 'Bearer realm="https://login.example.net/token",service="x"' }),
	);
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, { PATH: "/nowhere" });
	const inputs = { registry: registry.host, "registry-username": "me", "registry-password": "s3cret-canary" };
	const refused = await job.step("setup", inputs);
	assert.equal(refused.exitCode, 3);
	assert.match(refused.log, /names a token server on another domain: https:\/\/login\.example\.net\/token/);
	assert.match(refused.log, /registry-token-hosts: login\.example\.net/);
	const named = await job.step("setup", { ...inputs, "registry-token-hosts": "login.example.net" });
	assert.match(named.log, /engine\/missing/, "now docker would be called");
	assert.deepEqual(
		registry.seen.map(({ authorization }) => authorization),
		[undefined, undefined],
	);
});

test("all mistakes are reported at once, without passwords", () => {
	const given = { ...nothing, username: "me", password: "s3cret", lines: ["ghcr.io", "-rf you s3cret", "x.io me"] };
	assert.throws(
		() => parseLogins(given),
		(error: { problems?: readonly { message: string }[] } & Error) => {
			assert.deepEqual(
				error.problems?.map(({ message }) => message),
				["registry-username needs a registry", "logins has no user for ghcr.io", 'logins: "-rf" is not a host name'],
			);
			assert.doesNotMatch(error.message, /s3cret/);
			return true;
		},
	);
	assert.throws(() => parseLogins({ ...nothing, password: "s3cret" }), /registry-username is missing or blank/);
});

test("passwords are found for masking even in invalid lines", () => {
	assert.deepEqual(passwordsIn("ghcr.io me one\n\n-rf x two three\nhost user\n"), ["one", "two three"]);
});

test("a job's login goes into its own file, not into the machine's store, whose logins are still found", () => {
	const usual = {
		auths: { "ghcr.io": {}, "https://index.docker.io/v1/": {}, "quay.io": {} },
		credsStore: "desktop",
		credHelpers: { "gcr.io": "gcloud", "ghcr.io": "other" },
		proxies: { default: { httpProxy: "http://proxy" } },
	};
	assert.deepEqual(jobDockerConfig(JSON.stringify(usual), [{ host: "ghcr.io" }, { host: "docker.io" }]), {
		auths: { "ghcr.io": {}, "https://index.docker.io/v1/": {}, "quay.io": {}, "docker.io": {} },
		credHelpers: { "quay.io": "desktop", "gcr.io": "gcloud" },
		proxies: { default: { httpProxy: "http://proxy" } },
	});
	assert.throws(() => jobDockerConfig("{", []), /is not a JSON object/);
});

test("a pull request from a fork has no secrets and needs no login; otherwise a blank secret is an error", async () => {
	await using repo = await smallRepo();
	await using job = await openJob(repo.root, { PATH: "/nowhere" });
	const event = join(job.temp, "event.json");
	const pull = (head: string) => ({
		number: 1,
		pull_request: { head: { ref: "x", repo: { full_name: head } }, base: { ref: "main", repo: { full_name: "a/b" } } },
	});
	const inputs = { logins: "ghcr.io robot \ndocker.io robot" };
	const env = { GITHUB_EVENT_NAME: "pull_request", GITHUB_EVENT_PATH: event };
	await writeFile(event, JSON.stringify(pull("c/b")));
	const fork = await job.step("setup", inputs, env);
	assert.match(fork.log, /no login at ghcr\.io, docker\.io: a pull request from a fork has no secrets/);
	assert.match(fork.log, /::error title=engine\/missing::/);
	await writeFile(event, JSON.stringify(pull("a/b")));
	const own = await job.step("setup", inputs, env);
	assert.equal(own.exitCode, 2);
	const third = {
		registry: "docker.io",
		"registry-username": "octocat",
		"registry-password": "",
		"github-token": "ghs_job",
	};
	const refused = await job.step("setup", third, { ...env, GITHUB_EVENT_NAME: "push" });
	assert.equal(refused.exitCode, 2);
	assert.match(
		refused.log,
		/the password for docker\.io is missing or blank[\s\S]*the job's token is not sent to docker\.io/,
	);
	assert.match(own.log, /the password for docker\.io is missing or blank/);
});
