import { existsSync } from "node:fs";
import path from "node:path";
import type { Registry } from "../../adapters/registry/registry.ts";
import { isPackedDocument, unpackDocument } from "../../model/documents/pack-document.ts";
import { type Plan, planSchema } from "../../model/documents/plan.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";
import { readDocument, writeDocument } from "../shared/documents-folder.ts";
import { canonicalPlatforms, checkPlatforms, selectServices } from "../shared/select-services.ts";
import { plan, type SelectionScope } from "./stage.ts";

/** The plan that a stage follows: the given one, narrowed to the selected services and platforms, else a new one. */
export async function loadOrMakePlan(
	options: StageOptions,
	context: StageContext,
	registry?: Registry,
	scope?: SelectionScope,
): Promise<Plan> {
	const { plan: given, out } = options;
	if (given === undefined) return plan(options, context, { registry, scope });
	const isText = isPackedDocument(given);
	const file = isText ? path.resolve(out, "plan.json") : path.resolve(context.cwd, given);
	const loaded = isText ? unpackDocument(given, planSchema) : await readDocument(file, planSchema);
	if (loaded === undefined)
		throw new UserError({
			code: "document/missing",
			message: "the plan does not exist",
			at: { file: given },
			fix: "write it with `lucid plan`, or leave the option out to plan again",
		});
	// The plan may come from another folder or machine.
	const root = path.dirname(path.resolve(context.cwd, options.catalog));
	if (!existsSync(root))
		throw new UserError({
			code: "catalog/unreadable",
			message: "the folder that the plan's paths are relative to does not exist",
			at: { file: root },
			fix: "name the plan's catalog with --catalog",
		});
	const located = { ...loaded, root };
	const part = narrowPlan(located, isText ? "the packed plan" : given, options, scope);
	// The whole plan stays in its file: other parts of it follow.
	await writeDocument(out, !isText && path.resolve(out, "plan.json") === file ? located : part);
	return part;
}

/** The plan that a stage used, from the run's folder: narrowed if the stage was given a plan. */
export async function planOfRun(options: StageOptions): Promise<Plan | undefined> {
	const file = path.join(options.out, "plan.json");
	const plan = await readDocument(file, planSchema);
	return plan === undefined || options.plan === undefined ? plan : narrowPlan(plan, file, options);
}

/** The selected part of a plan: services with what they are built from and, to run, what they need. */
export function narrowPlan(
	plan: Plan,
	file: string,
	{ service, phase, platform }: StageOptions,
	scope: SelectionScope = "to-build",
): Plan {
	const candidates = plan.services.filter(({ name }) => plan.selected.includes(name));
	const chosen = selectServices({ ...plan, file, services: candidates }, { services: service, phases: phase });
	checkPlatforms(platform, plan.services);
	const platforms = canonicalPlatforms(platform);
	if (chosen.length === candidates.length && platforms.length === 0) return plan;
	const names = new Set(chosen.map(({ name }) => name));
	const selected = plan.selected.filter((name) => names.has(name));
	// The loop also visits names that it adds.
	for (const name of names) {
		const needs = plan.services.find((item) => item.name === name)?.needs ?? [];
		for (const need of scope === "to-run" ? needs : []) names.add(need);
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
