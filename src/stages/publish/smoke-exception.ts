import { userInfo } from "node:os";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishException } from "../../model/documents/publish.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";

/** Characters of a reason: it becomes part of a manifest's annotation and of a table. */
const longest = 500;

/**
 * What lets one service be published although smoke failed: who asks for it, when and why. Undefined where nobody does. UserError `publish/exception` where it
 * lacks a reason or is about more than one service.
 */
export async function readSmokeException(
	{ despiteSmoke, reason }: Pick<StageOptions, "despiteSmoke" | "reason">,
	{ root, selected }: Pick<Plan, "root" | "selected">,
	world: StageContext,
): Promise<PublishException | undefined> {
	const text = reason?.trim() ?? "";
	const problems: Problem[] = [];
	const wrong = (message: string, fix: string) => problems.push({ code: "publish/exception", message, fix });
	if (!despiteSmoke) {
		if (text === "") return undefined;
		wrong("there is a `reason`, but nothing to give it for", "add `despite-smoke`, or leave `reason` out");
	} else {
		if (text === "")
			wrong("`despite-smoke` needs a reason, which is recorded", 'add it: --reason "the fix for the outage, #123"');
		if (text.length > longest || /\p{Cc}/u.test(text))
			wrong(`\`reason\` is a single line of at most ${longest} characters`, "shorten it, and link to the rest");
		if (selected.length !== 1)
			wrong(
				`\`despite-smoke\` is for one service, and ${selected.length} are selected`,
				"name the service: lucid publish api --despite-smoke --reason TEXT",
			);
	}
	if (problems.length > 0) throw new UserError(problems);
	return { who: await whoAsks(root, world), when: timeOf(world), why: text };
}

const timeOf = ({ date = Date.now }: StageContext) => new Date(date()).toISOString().replace(/\.\d+Z$/, "Z");

/** On GitHub who started the run, or this attempt of it; elsewhere git's user, else the machine's. */
async function whoAsks(root: string, world: StageContext): Promise<string> {
	const { GITHUB_TRIGGERING_ACTOR: attempt, GITHUB_ACTOR: actor } = world.env;
	const name = attempt || actor || (await openGit(root, world)(["config", "user.email"]))?.trim();
	return name || userInfo().username;
}
