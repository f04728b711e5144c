import type { Finding } from "../documents/finding.ts";
import type { ListedInputs } from "../documents/plan.ts";
import type { PublishResult } from "../documents/publish.ts";
import type { SmokedService, SmokeResult } from "../documents/smoke.ts";
import { formatLocation } from "../errors.ts";
import { failedCheckLines } from "./checks.ts";
import { estimateWords } from "./estimate.ts";
import { inputsText } from "./inputs.ts";
import { toProgress } from "./progress.ts";
import { publishedLines } from "./published.ts";
import { type Row, toRows } from "./rows.ts";
import { checkedImages, isPlanAlone, type Run } from "./run.ts";
import { diagnosisText, smokeLines } from "./smoke.ts";
import { stepsSection } from "./steps.ts";
import { checksWord } from "./table.ts";
import { duration, headline, markdownText, plural, shortDigest, size } from "./words.ts";

/** GitHub drops a step summary of more than 1 MiB without a word; this leaves room for what others write in the same step. */
const maxBytes = 900 * 1024;

/** The run as GitHub-flavoured Markdown: one headline, the table, failures unfolded, findings, progress of the phases. Always under 1 MiB. */
export function stepSummary(run: Run): string {
	const rows = toRows(run);
	const failures = rows.filter(({ problem }) => problem !== undefined);
	const { estimate, inputs = [] } = run.plan;
	const alone = isPlanAlone(run);
	const sections = [
		`### ${mark(rows)} ${headline(rows, run.durationMs)}`,
		alone && estimate !== undefined && rows.length > 0 ? estimateWords(estimate) : undefined,
		alone ? planTable(rows) : table(rows),
		run.smoke && smokeSection(run.smoke),
		failures.length === 0 ? undefined : failureSection(run, failures),
		run.publish && publishedSection(run.publish),
		checkSection(run),
		run.lint && run.lint.findings.length > 0 ? findingSection(run.lint.findings) : undefined,
		run.build && stepsSection(run.build),
		progressSection(run),
		...inputs.map(inputSection),
	];
	return cut(sections.filter((section) => section !== undefined).join("\n\n"));
}

/** What was decided, and why, first. */
function planTable(rows: readonly Row[]): string {
	const lines = rows.map(({ decision, service, why, problem, platforms }) =>
		[decision, `**${markdownText(service)}**`, markdownText(problem ?? why), platforms.join(" ")].join(" | "),
	);
	return [
		"| decision | service | why | platforms |",
		"| --- | --- | --- | --- |",
		...lines.map((line) => `| ${line} |`),
	].join("\n");
}

/** To copy: what can be pulled now, by digest. */
function publishedSection(result: PublishResult): string | undefined {
	const lines = publishedLines(result);
	if (lines.length === 0) return undefined;
	return `<details><summary>Published, by digest</summary>\n\n${codeBlock(lines)}\n\n</details>`;
}

function inputSection(inputs: ListedInputs): string {
	const title = `${inputs.service} (${inputs.platform}) is built from`;
	const text = inputsText(inputs, (line) => line)
		.split("\n")
		.slice(1);
	return `<details><summary>${title}</summary>\n\n${codeBlock(text)}\n\n</details>`;
}

const mark = (rows: readonly Row[]) =>
	rows.some(({ outcome }) => outcome === "failed" || outcome === "unknown") ? "❌" : "✅";

function table(rows: readonly Row[]): string {
	const lines = rows.map((row) =>
		[
			`**${markdownText(row.service)}**`,
			row.outcome,
			markdownText(row.why),
			row.platforms.join(" "),
			row.digest === undefined ? "" : `\`${shortDigest(row.digest)}\``,
			row.tags.map((tag) => `\`${tag}\``).join(" "),
			row.size === undefined ? "" : size(row.size),
			row.layers ?? "",
			row.buildMs === undefined ? "" : duration(row.buildMs),
			checksWord(row).replace("-", ""),
			healthCell(row),
			row.latencyMs === undefined ? "" : duration(row.latencyMs),
		].join(" | "),
	);
	return [
		"| service | outcome | why | platforms | digest | tags | size | layers | build | checks | health | latency |",
		"| --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | --- | --- | ---: |",
		...lines.map((line) => `| ${line} |`),
	].join("\n");
}

function healthCell({ health, architecture }: Row): string {
	if (health === undefined || health === "skipped") return "";
	if (health !== "healthy") return `❌ ${health}`;
	return ["✓", architecture].filter(Boolean).join(" ");
}

/** What was tried, as `lucid-api-gateway:8080 ✓`. */
function smokeSection(smoke: SmokeResult): string | undefined {
	const lines = smokeLines(smoke);
	return lines.length === 0 ? undefined : codeBlock(lines);
}

function failureSection(run: Run, failures: readonly Row[]): string {
	return failures
		.map(({ service, problem }) => {
			const built = run.build?.images.find((image) => image.service === service && image.error !== undefined);
			const smoked = run.smoke?.services.find((one) => one.service === service && one.failure !== undefined);
			const log = built?.error?.log ?? smoked?.failure?.log ?? [];
			return [
				`#### ${markdownText(service)}: ${markdownText(problem ?? "")}`,
				...(log.length > 0 ? [codeBlock(log)] : []),
				...(smoked?.failure === undefined
					? []
					: [diagnosisSection({ ...smoked, failure: { ...smoked.failure, log: [] } })]),
			].join("\n\n");
		})
		.join("\n\n");
}

function diagnosisSection(smoked: SmokedService): string {
	const lines = diagnosisText(smoked).split("\n");
	return `<details><summary>diagnosis</summary>\n\n${codeBlock(lines)}\n\n</details>`;
}

/** Indented four spaces, a line is code whatever is in it: there is no fence to break out of. */
function codeBlock(lines: readonly string[]): string {
	return lines
		.flatMap((line) => line.split(/\r\n|[\r\n\u2028\u2029]/))
		.map((line) => `    ${line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "")}`)
		.join("\n");
}

/** As code, where it does not hold what would end the code. */
function place(text: string): string {
	return /[`\u0000-\u001f]/.test(text) ? markdownText(text) : `\`${text}\``;
}

function findingSection(findings: readonly Finding[]): string {
	const lines = findings.map(({ severity, code, message, at, fix }) => {
		const where = at === undefined ? "" : `${place(formatLocation(at))} `;
		return `- ${severity}: ${where}${markdownText(message)} (${code})${fix ? `. ${markdownText(fix)}` : ""}`;
	});
	return [`<details><summary>${plural(findings.length, "finding")}</summary>`, "", ...lines, "", "</details>"].join(
		"\n",
	);
}

/** What verification found wrong, and what it did not look at. */
function checkSection(run: Run): string | undefined {
	const lines = failedCheckLines(run);
	const unchecked = checkedImages(run).reduce((sum, image) => sum + (image.unchecked?.length ?? 0), 0);
	if (lines.length === 0) return undefined;
	const list = lines.map(({ level, text }) => `- ${level}: ${markdownText(text)}`);
	const title = `${plural(lines.length, "failed check")}, ${unchecked} not looked at`;
	return [`<details><summary>${title}</summary>`, "", ...list, "", "</details>"].join("\n");
}

function progressSection(run: Run): string | undefined {
	const progress = toProgress(run);
	if (progress === undefined) return undefined;
	return [
		`<details><summary>${progress.complete} of ${progress.required} images of the plan, ${progress.percent} %</summary>`,
		"",
		"| phase | category | required | completed | status |",
		"| --- | --- | ---: | ---: | --- | --- |",
		...progress.phases.map(
			({ id, title, required, complete, status }) =>
				`| ${id} | ${markdownText(title)} | ${required} | ${complete} | ${status} |`,
		),
		`| **total** | **all phases** | **${progress.required}** | **${progress.complete}** | ${progress.percent} % |`,
		"",
		"</details>",
	].join("\n");
}

/** By lines, so that no table row is left half; what is missing is said. */
function cut(text: string): string {
	if (Buffer.byteLength(text) <= maxBytes) return text;
	let bytes = 0;
	const kept: string[] = [];
	for (const line of text.split("\n")) {
		bytes += Buffer.byteLength(line) + 1;
		if (bytes > maxBytes) break;
		kept.push(line);
	}
	return [...kept, "", "_Shortened: the whole of it is in the report._"].join("\n");
}
