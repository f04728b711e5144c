import type { ServiceRow } from "../../model/documents/report.ts";
import type { SmokedService } from "../../model/documents/smoke.ts";
import { plural } from "../../util/format.ts";
import type { Run } from "../run/run.ts";
import { diagnosisText } from "../text/smoke-lines.ts";
import { codeBlock, markdownText } from "./markdown.ts";

/** How much of each failure is shown. */
export interface FailureLength {
	/** Last lines of a log. */
	readonly logLines: number;
	/** How many failures are shown; the rest is counted. */
	readonly limit?: number;
}

const failedRows = (rows: readonly ServiceRow[]): readonly ServiceRow[] =>
	rows.filter(({ problem }) => problem !== undefined);

/** Each failure with its log and smoke's diagnosis. Blank without failures. */
export function failureSection(run: Run, rows: readonly ServiceRow[], { logLines, limit }: FailureLength): string {
	const all = failedRows(rows);
	const shown = all.slice(0, limit ?? all.length);
	const left = all.length - shown.length;
	return [
		...shown.map((row) => failure(run, row, logLines)),
		...(left > 0 ? [`${plural(left, "more failure", "more failures")}.`] : []),
	].join("\n\n");
}

function failure(run: Run, { service, problem = "" }: ServiceRow, logLines: number): string {
	const title = `#### ${markdownText(service)}: ${markdownText(problem)}`;
	if (logLines === 0) return title;
	const built = run.build?.images.filter((image) => image.service === service && image.error !== undefined) ?? [];
	const smoked =
		run.smoke?.services.filter((result) => result.service === service && result.failure !== undefined) ?? [];
	const blocks = [
		...built.map(({ error }) => (error?.log ?? []).slice(-logLines)),
		...smoked.map((result) => diagnosisText(withShortLog(result, logLines)).split("\n")),
	];
	return [title, ...blocks.filter((lines) => lines.length > 0).map(codeBlock)].join("\n\n");
}

function withShortLog(smoked: SmokedService, logLines: number): SmokedService {
	const { failure } = smoked;
	return failure === undefined ? smoked : { ...smoked, failure: { ...failure, log: failure.log.slice(-logLines) } };
}
