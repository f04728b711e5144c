// Makes one document of what the parts of a run, and of a second one, have found: gather.ts OUT ROWS [ROWS]. Run by
// script/bench, beside the engine that was measured.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import { agreement } from "./agreement.ts";
import type { Found, Results } from "./rows.ts";

const [, , out = "", first = "", second] = process.argv;
const text = (...argv: readonly [string, ...string[]]) =>
	execFileSync(argv[0], argv.slice(1), { encoding: "utf8" }).trim();

async function read(file: string): Promise<readonly Found[]> {
	const lines = (await readFile(file, "utf8")).trim().split("\n");
	return lines.map((line) => JSON.parse(line) as Found);
}

const results: Results = {
	machine: {
		cores: availableParallelism(),
		gigabytes: Math.round(totalmem() / 2 ** 30),
		node: process.versions.node,
		docker: text("docker", "version", "--format", "{{.Server.Version}}"),
		buildx: text("docker", "buildx", "version").split(" ")[1] ?? "",
	},
	found: await read(first),
	...(second !== undefined && { again: await read(second) }),
};
for (const { work, name, ratios, apart } of agreement(results))
	console.log(
		`${work}, ${name}: ${ratios.map((ratio) => ratio.toFixed(2)).join(" and ")}, ${(apart * 100).toFixed(0)} % apart`,
	);
await writeFile(out, `${JSON.stringify(results, undefined, "\t")}\n`);
