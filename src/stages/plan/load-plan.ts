import { existsSync } from "node:fs";
import path from "node:path";
import type { Registry } from "../../adapters/registry/registry.ts";
import { isPackedDocument, unpackDocument } from "../../model/documents/pack-document.ts";
import type { Plan } from "../../model/documents/plan.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import { canonicalPlatforms, checkPlatforms } from "../shared/check-platforms.ts";
import type { StageContext } from "../shared/context.ts";
import { readDocument, writeDocument } from "../shared/documents-folder.ts";
import { selectServices } from "../shared/select-services.ts";
import { plan, type SelectionScope } from "./stage.ts";

/**
 * The plan a stage goes by: the file it was given, as far as services, phases and platforms are asked for, else a new one from what the tree and
 * the registry hold now.
 */
export async function loadOrMakePlan(
	options: StageOptions,
	world: StageContext,
	registry?: Registry,
	reach?: SelectionScope,
): Promise<Plan> {
	const { plan: given, out } = options;
	if (given === undefined) return plan(options, world, registry, reach);
	const isText = isPackedDocument(given);
	const file = isText ? path.resolve(out, "plan.json") : path.resolve(world.cwd, given);
	const found = isText ? unpackDocument(given, "lucid.plan") : await readDocument<Plan>(file, "lucid.plan", 1);
	if (found === undefined)
		throw new UserError({
			code: "document/missing",
			message: "there is no such plan",
			at: { file: given },
			fix: "write one with `lucid plan`, or leave the option out to have one made",
		});
	// The repository may lie elsewhere than where the plan was made.
	const root = path.dirname(path.resolve(world.cwd, options.catalog));
	if (!existsSync(root))
		throw new UserError({
			code: "catalog/unreadable",
			message: "there is no such folder, which the plan's paths are relative to",
			at: { file: root },
			fix: "name the catalog that the plan was made of with --catalog",
		});
	const here = { ...found, root };
	const part = narrowPlan(here, isText ? "the packed plan" : given, options, reach);
	// A plan that is followed part by part stays whole.
	await writeDocument(out, !isText && path.resolve(out, "plan.json") === file ? here : part);
	return part;
}

/** What was asked for of a plan: those of its selected services, with what they are built from and, to run, what they need. */
export function narrowPlan(
	plan: Plan,
	file: string,
	{ service, phase, platform }: StageOptions,
	reach: SelectionScope = "to-build",
): Plan {
	const chosen = plan.services.filter(({ name }) => plan.selected.includes(name));
	const wanted = selectServices({ ...plan, file, services: chosen }, { services: service, phases: phase });
	checkPlatforms(platform, plan.services);
	const platforms = canonicalPlatforms(platform);
	if (wanted.length === chosen.length && platforms.length === 0) return plan;
	const names = new Set(wanted.map(({ name }) => name));
	const selected = plan.selected.filter((name) => names.has(name));
	// A set that grows while it is walked through.
	for (const name of names) {
		const needs = plan.services.find((one) => one.name === name)?.needs ?? [];
		for (const need of reach === "to-run" ? needs : []) names.add(need);
		for (const image of plan.images)
			if (image.service === name) for (const parent of Object.values(image.from)) names.add(parent);
	}
	return {
		...plan,
		selected,
		images: plan.images.filter(
			(image) => names.has(image.service) && (platforms.length === 0 || platforms.includes(image.platform)),
		),
	};
}
