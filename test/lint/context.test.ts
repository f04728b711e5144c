import assert from "node:assert/strict";
import { test } from "node:test";
import { findingsIn, found } from "./support.ts";

const catalog = `version: 1
project: shop
services:
  api: { context: api }
`;
const dockerfile = (...lines: readonly string[]) =>
	["FROM python:3.11-slim AS builder", "COPY . /build/", "FROM scratch", ...lines, "USER 65532:65532"].join("\n");
const key = "-----BEGIN EC PRIVATE KEY-----\nx\n-----END EC PRIVATE KEY-----\n";

test("private keys and logins that a COPY puts into the image are reported by content, not only by name", async () => {
	const files = {
		"lucid.yml": catalog,
		"api/Dockerfile": dockerfile("COPY . /app/"),
		"api/certs/server.key": key,
		"api/certs/ca.pem": "-----BEGIN CERTIFICATE-----\nx\n",
		"api/.npmrc": "registry=https://registry.npmjs.org/\n",
		"api/.netrc": "machine example.com login me password hunter22\n",
		"api/google-credentials.json": JSON.stringify({ private_key: key }),
		"api/tests/fixtures/test.key": key,
	};
	const all = (await findingsIn(files)).filter(({ code }) => code === "secret-file");
	assert.deepEqual(
		all.map(({ severity, at, message, fix }) => [
			severity,
			at?.line,
			/copies (\S+) /.exec(message)?.[1],
			fix?.split(" ")[3],
		]),
		[
			["error", 4, "api/certs/server.key", "certs/server.key"],
			["error", 4, "api/.netrc", ".netrc"],
			["error", 4, "api/google-credentials.json", "google-credentials.json"],
		],
	);
	assert.doesNotMatch(JSON.stringify(all), /hunter22/);
	const npmrc = { "api/.npmrc": "//registry.npmjs.org/:_authToken=abc\n" };
	assert.equal((await found({ ...files, ...npmrc }, "secret-file")).length, 4);
	const ignored = { "api/.dockerignore": "certs/*.key\n.netrc\n*credentials*\n" };
	assert.deepEqual(await found({ ...files, ...ignored }, "secret-file"), []);
	const copying = (line: string) =>
		found({ ...files, "api/Dockerfile": dockerfile(line), "api/app/x": "" }, "secret-file");
	assert.deepEqual(await copying("COPY app/ /app/"), []);
	assert.deepEqual(await copying("COPY --from=builder /build/app /app"), []);
	const through = Array.from({ length: 3 }, () => "api/Dockerfile:2");
	assert.deepEqual(await copying("COPY --from=builder /build /app"), through, "by way of another stage");
});

test("an env file with credentials is reported, one with settings or sample values is not", async () => {
	const envs = (text: string, name = ".env") =>
		found({ "lucid.yml": catalog, "api/Dockerfile": dockerfile("COPY . /app/"), [`api/${name}`]: text }, "env-file");
	assert.deepEqual(await envs("PORT=8080\nDB_PASSWORD=hunter22\n"), ["api/Dockerfile:4"]);
	assert.deepEqual(await envs("export API_TOKEN='abcdef'\n", ".env.production"), ["api/Dockerfile:4"]);
	assert.deepEqual(await envs("PORT=8080\nDB_PASSWORD=\nTOKEN=$OTHER\n"), []);
	assert.deepEqual(await envs("DB_PASSWORD=hunter22\n", ".env.example"), []);
});

test("a COPY of very many bytes or files is reported with the largest folder", async () => {
	const files = { "lucid.yml": catalog, "api/Dockerfile": dockerfile("COPY . /app/"), "api/main.py": 100 };
	assert.deepEqual(await found({ ...files, "api/data/a.bin": 150_000_000 }, "large-context"), []);
	const all = await findingsIn({ ...files, "api/data/a.bin": 150_000_000, "api/data/b.bin": 90_000_000 });
	const large = all.filter(({ code }) => code === "large-context");
	assert.deepEqual(
		large.map(({ at, message }) => [at?.line, /240 MB in 4 files, 240 MB of it in api\/data/.test(message)]),
		[[4, true]],
	);
	assert.deepEqual(
		await found({ ...files, "api/data/a.bin": 900_000_000, "api/.dockerignore": "data" }, "large-context"),
		[],
	);
	const many = Object.fromEntries(Array.from({ length: 25_000 }, (_, i) => [`api/data/${i}`, 1]));
	assert.equal((await found({ ...files, ...many }, "large-context")).length, 1);
});
