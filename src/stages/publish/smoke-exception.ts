import { userInfo } from "node:os";
import type { Plan } from "../../model/documents/plan.ts";
import type { PublishException } from "../../model/documents/publish.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { type Problem, UserError } from "../../util/errors.ts";
import { openGit } from "../shared/catalog-root.ts";
import type { StageContext } from "../shared/context.ts";

/** The reason is in an annotation of a manifest and in a table. */
const maxCharacters = 500;

/**
 * Who publishes a service despite smoke, when and why; undefined without `despite-smoke`. Throws UserError
 * `publish/exception` without a reason, or if more than one service is selected.
 */
export async function readSmokeException(
	{ despiteSmoke, reason }: Pick<StageOptions, "despiteSmoke" | "reason">,
	{ root, selected }: Pick<Plan, "root" | "selected">,
	context: StageContext,
): Promise<PublishException | undefined> {
	const text = reason?.trim() ?? "";
	const problems: Problem[] = [];
	const wrong = (message: string, fix: string) => problems.push({ code: "publish/exception", message, fix });
	if (!despiteSmoke) {
		if (text === "") return undefined;
		wrong("`reason` only applies to `despite-smoke`", "add `despite-smoke`, or leave `reason` out");
	} else {
		if (text === "")
			wrong("`despite-smoke` needs a reason, which is recorded", 'add it: --reason "the fix for the outage, #123"');
		if (text.length > maxCharacters || /\p{Cc}/u.test(text))
			wrong(`\`reason\` is a single line of at most ${maxCharacters} characters`, "shorten it, and link to the rest");
		if (selected.length !== 1)
			wrong(
				`\`despite-smoke\` is for one service, and ${selected.length} are selected`,
				"name the service: lucid publish api --despite-smoke --reason TEXT",
			);
	}
	if (problems.length > 0) throw new UserError(problems);
	return { who: await currentUser(root, context), when: timeOf(context), why: text };
}

const timeOf = ({ date = Date.now }: StageContext) => new Date(date()).toISOString().replace(/\.\d+Z$/, "Z");

/** On GitHub who started this attempt of the run; elsewhere git's user, else the machine's. */
async function currentUser(root: string, context: StageContext): Promise<string> {
	const { GITHUB_TRIGGERING_ACTOR: attempt, GITHUB_ACTOR: actor } = context.env;
	const name = attempt || actor || (await openGit(root, context)(["config", "user.email"]))?.trim();
	return name || userInfo().username;
}
