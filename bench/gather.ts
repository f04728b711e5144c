// Makes one document of what the parts of a run have found: gather.ts ROWS OUT. Run by script/bench, beside the engine that was measured.
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { availableParallelism, totalmem } from "node:os";
import type { Found, Results } from "./rows.ts";

const [, , rows = "", out = ""] = process.argv;
const text = (...argv: readonly [string, ...string[]]) =>
	execFileSync(argv[0], argv.slice(1), { encoding: "utf8" }).trim();

const results: Results = {
	machine: {
		cores: availableParallelism(),
		gigabytes: Math.round(totalmem() / 2 ** 30),
		node: process.versions.node,
		docker: text("docker", "version", "--format", "{{.Server.Version}}"),
		buildx: text("docker", "buildx", "version").split(" ")[1] ?? "",
	},
	found: (await readFile(rows, "utf8"))
		.trim()
		.split("\n")
		.map((line) => JSON.parse(line) as Found),
};
await writeFile(out, `${JSON.stringify(results, undefined, "\t")}\n`);
