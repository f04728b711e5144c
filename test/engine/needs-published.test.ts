import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { toRows } from "../../src/presentation/run/service-rows.ts";
import { native, openStaged, programs, python, type Staged } from "../support/staged.ts";

const registry = openRegistry();
const catalog = `version: 1
project: needs
defaults:
  platforms: [${native}]
  policy: { verify: advisory, stop: advisory }
services:
  web: { context: base, ports: [8080], health: { tcp: 8080, stable: 500ms }, needs: [db] }
  db: { context: db, ports: [8080], health: { tcp: 8080, stable: 500ms } }
`;
const server = `${python}CMD ["/app/server.py"]\n`;

let staged: Staged;
before(async () => {
	staged = await openStaged("needs-published", {
		"lucid.yml": catalog,
		...programs,
		"base/Dockerfile": server,
		"db/Dockerfile": server,
		"db/app/server.py": programs["base/app/server.py"],
	});
});
after(() => staged[Symbol.asyncDispose]());

test("a service whose need failed to build is smoked with the published image of the need, or not tried without one", async () => {
	const first = await staged.run();
	assert.equal(first.exitCode, 0);
	const tag = (name: string) => registry.imageFacts(`${staged.prefix}/${name}:latest`, native);
	const [web, db] = [await tag("web"), await tag("db")];

	await staged.repo.write({
		"lucid.yml": `${catalog}  app: { context: app, ports: [8080], health: { tcp: 8080, stable: 500ms }, needs: [cache] }
  cache: { context: cache, ports: [8080], health: { tcp: 8080, stable: 500ms } }
`,
		"base/Dockerfile": `${server}LABEL change=1\n`,
		"db/Dockerfile": `${server}RUN ["/no/such/program"]\n`,
		"app/Dockerfile": server,
		"app/app/server.py": programs["base/app/server.py"],
		"cache/app/server.py": programs["base/app/server.py"],
		"cache/Dockerfile": `${python}RUN ["/no/such/program"]\n`,
	});
	const second = await staged.run();
	assert.equal(second.exitCode, 1, "two builds failed");
	const { rows, plan, smoke, publish } = second;
	assert.equal(rows.web?.verdict, "healthy");
	assert.equal(
		rows.web?.reason,
		`used published images, since this run did not build them: db:latest (${db?.digest.slice(0, 19)})`,
	);
	assert.equal(rows.app?.verdict, "not tried", JSON.stringify(publish.services));
	assert.equal(rows.app?.reason, `no image of cache for ${native}, neither from this run nor published`);
	const states = (name: string) =>
		publish.services.find(({ service }) => service === name)?.tags.map(({ kind, state }) => `${kind} ${state}`);
	assert.deepEqual(states("web"), ["immutable written", "floating moved"]);
	assert.deepEqual(states("app"), ["immutable written", "floating held"]);
	assert.notEqual((await tag("web"))?.digest, web?.digest);
	assert.equal((await tag("db"))?.digest, db?.digest);
	assert.equal(await tag("app"), undefined);
	const shown = toRows({ plan, smoke, publish });
	const app = shown.find(({ service }) => service === "app");
	assert.equal(app?.health, "not tried");
	assert.match(app?.problem ?? "", /no image of cache/);
});
