import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { jobDockerConfig } from "../../src/entrypoints/actions/docker-login.ts";
import { parseLogins, passwordsIn } from "../../src/entrypoints/actions/parse-logins.ts";
import { smallRepo } from "../cli/small-repo.ts";
import { openJob } from "./runner.ts";

const nothing = { registry: undefined, username: undefined, password: undefined, lines: [] };

test("logins are read one per line, in addition to the one of registry", () => {
	assert.deepEqual(
		parseLogins({
			registry: "ghcr.io/lucid",
			username: "me",
			password: "pass word",
			lines: ["docker.io you p4ss", "127.0.0.1:5000\tthem  with a blank "],
		}),
		[
			{ host: "ghcr.io", username: "me", password: "pass word" },
			{ host: "docker.io", username: "you", password: "p4ss" },
			{ host: "127.0.0.1:5000", username: "them", password: "with a blank" },
		],
	);
	assert.deepEqual(parseLogins(nothing), []);
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
	assert.match(own.log, /the password for docker\.io is missing or blank/);
});
