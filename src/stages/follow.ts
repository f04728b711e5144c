import path from "node:path";
import type { Plan } from "../documents/plan.ts";
import { UserError } from "../errors.ts";
import type { StageOptions } from "../interface/values.ts";
import type { Registry } from "../registry/registry.ts";
import { readDocument, writeDocument } from "./folder.ts";
import { plan, type Reach } from "./plan.ts";
import type { World } from "./world.ts";

/** The plan a stage goes by: the file it was given, else a new one from what the tree and the registry hold now. */
export async function planFor(options: StageOptions, world: World, registry?: Registry, reach?: Reach): Promise<Plan> {
	const { plan: given } = options;
	if (given === undefined || given === "new") return plan(options, world, registry, reach);
	const file = path.resolve(world.cwd, given);
	const found = await readDocument<Plan>(file, "lucid.plan", 1);
	if (found === undefined)
		throw new UserError({
			code: "document/missing",
			message: "there is no such plan",
			at: { file: given },
			fix: "write one with `lucid plan`, or leave the option out to have one made",
		});
	// The repository may lie elsewhere than where the plan was made.
	const here = { ...found, root: path.dirname(path.resolve(world.cwd, options.catalog)) };
	await writeDocument(options.out, here);
	return here;
}
