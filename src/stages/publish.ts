import type { BuildResult } from "../documents/build.ts";
import type { Plan } from "../documents/plan.ts";
import type { PublishResult } from "../documents/publish.ts";
import type { SmokeResult } from "../documents/smoke.ts";
import { type VerifyResult, withVerification } from "../documents/verify.ts";
import { compareRevisions } from "../git/order.ts";
import { compareOnGitHub } from "../github/order.ts";
import type { StageOptions } from "../interface/values.ts";
import { publish as runPublish } from "../publish/publish.ts";
import { lastDocument, writeDocument } from "./folder.ts";
import { planFor } from "./follow.ts";
import { buildFromRegistry } from "./images.ts";
import { gitOf, openRegistries } from "./open.ts";
import { writeSubjects } from "./subjects.ts";
import type { World } from "./world.ts";

/** Gives what was built and smoked its tags, and writes `publish.json`. The verdicts of verify and smoke are those in the run's folder. */
export async function publish(options: StageOptions, world: World): Promise<PublishResult> {
	const registry = openRegistries(options, world);
	const plan = await planFor(options, world, registry);
	const found = await buildFromRegistry(plan, registry);
	const verified = await lastDocument<VerifyResult>(options.out, "lucid.verify", 1);
	const build = verified === undefined ? found : withVerification(found, verified);
	const smoke = await lastDocument<SmokeResult>(options.out, "lucid.smoke", 1);
	return publishBuilt(options, world, plan, build, smoke);
}

/** The same, of results at hand. */
export async function publishBuilt(
	options: StageOptions,
	world: World,
	plan: Plan,
	build: BuildResult,
	smoke: SmokeResult | undefined,
): Promise<PublishResult> {
	const git = gitOf(plan.root, world);
	const result = await runPublish({
		plan,
		build,
		...(smoke && { smoke }),
		// A tag that is being moved is brought to its end, even after Ctrl-C.
		registry: openRegistries(options, { ...world, signal: new AbortController().signal }),
		order: async (published, ours) => {
			const known = await compareRevisions(git, published, ours);
			return known === "unknown" ? compareOnGitHub(world.env, options.githubToken, published, ours) : known;
		},
		options: {
			requireSmoke: options.requireSmoke,
			allowDirty: options.allowDirty,
			allowUnordered: options.allowUnordered,
		},
		progress: world.progress,
		signal: world.signal,
	});
	await writeDocument(options.out, result);
	await writeSubjects(options.out, "publish", result);
	return result;
}
