import path from "node:path";
import type { StageOptions } from "../../options/parse-options.ts";
import { emptyHistory, type History } from "../../presentation/run/history.ts";
import type { StageContext } from "../shared/context.ts";
import { readDocument, writeFileAtomically } from "../shared/documents-folder.ts";

type Where = Pick<StageOptions, "out" | "history">;

const fileOf = ({ out, history }: Where, { cwd }: Pick<StageContext, "cwd">) =>
	history === undefined ? path.join(out, "history.json") : path.resolve(cwd, history);

/** The series of earlier runs. One that cannot be read is begun again, and that is told: no report fails for want of its past. */
export async function readHistory(where: Where, world: Pick<StageContext, "cwd" | "log">): Promise<History> {
	const file = fileOf(where, world);
	try {
		const found = await readDocument<History>(file, "lucid.history", 1);
		return Array.isArray(found?.runs) ? { ...emptyHistory, runs: found.runs.filter(isRun) } : emptyHistory;
	} catch (error) {
		world.log(`the history of earlier runs is begun anew: ${(error as Error).message.split("\n", 1)[0]}`);
		return emptyHistory;
	}
}

const isRun = (one: History["runs"][number] | null) =>
	typeof one?.id === "string" && typeof one.services === "object" && one.services !== null;

export async function writeHistory(where: Where, world: Pick<StageContext, "cwd">, history: History): Promise<string> {
	return writeFileAtomically(fileOf(where, world), `${JSON.stringify(history)}\n`);
}
