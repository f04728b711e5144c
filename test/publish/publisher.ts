// A publisher as a process of its own, to be killed: `node publisher.ts INPUT.json`. Prints its rows.
import { readFile } from "node:fs/promises";
import { openRegistry } from "../../src/adapters/registry/registry.ts";
import { runPublish } from "../../src/stages/publish/run-publish.ts";

const input = JSON.parse(await readFile(process.argv[2] ?? "", "utf8"));
const { services } = await runPublish({
	...input,
	registry: openRegistry(),
	compareCommits: async (a, b) => (a === b ? "same" : a < b ? "newer" : "older"),
	options: { lagMs: 500 },
});
process.stdout.write(JSON.stringify(services));
