import path from "node:path";
import { historySchema, pastRunSchema } from "../../model/documents/report.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { emptyHistory, type History } from "../../presentation/run/history.ts";
import { fits } from "../../util/json.ts";
import type { StageContext } from "../shared/context.ts";
import { readDocument, writeFileAtomically } from "../shared/documents-folder.ts";

type Where = Pick<StageOptions, "out" | "history">;

const fileOf = ({ out, history }: Where, { cwd }: Pick<StageContext, "cwd">) =>
	history === undefined ? path.join(out, "history.json") : path.resolve(cwd, history);

/**
 * The results of earlier runs. A file that cannot be read is logged and replaced: a report never fails because of it.
 */
export async function readHistory(where: Where, context: Pick<StageContext, "cwd" | "log">): Promise<History> {
	const file = fileOf(where, context);
	try {
		const history = await readDocument(file, historySchema);
		return { ...emptyHistory, runs: history?.runs.filter((run) => fits(pastRunSchema, run)) ?? [] };
	} catch (error) {
		context.log(`the history of earlier runs starts again: ${(error as Error).message.split("\n", 1)[0]}`);
		return emptyHistory;
	}
}

export async function writeHistory(
	where: Where,
	context: Pick<StageContext, "cwd">,
	history: History,
): Promise<string> {
	return writeFileAtomically(fileOf(where, context), `${JSON.stringify(history)}\n`);
}
