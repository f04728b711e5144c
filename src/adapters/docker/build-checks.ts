import { z } from "zod";
import { escapeBake } from "../../util/escape-bake.ts";
import { type Infer, parseAs } from "../../util/json.ts";
import type { Docker } from "./docker.ts";

/** A bake target to check (https://docs.docker.com/build/bake/reference/). Strings are literal. */
export interface CheckTarget {
	readonly context: string;
	readonly dockerfile: string;
	readonly "dockerfile-inline"?: string;
	readonly target?: string;
	readonly platforms: readonly string[];
	readonly args: Readonly<Record<string, string>>;
	readonly contexts: Readonly<Record<string, string>>;
}

/** A warning of a BuildKit check. */
export interface CheckWarning {
	/** `FromAsCasing` */
	readonly rule: string;
	readonly detail: string;
	readonly url?: string;
	/** Undefined if it concerns no line. */
	readonly line?: number;
	readonly endLine?: number;
}

export interface CheckedTarget {
	readonly warnings: readonly CheckWarning[];
	/** Why the Dockerfile could not be parsed to its end; `warnings` has those before it. */
	readonly error?: string;
}

/**
 * Runs one `docker buildx bake --call=check` over all targets, which builds and writes nothing. Returns the results by
 * target, or an error message if there are none. The exit code is ignored: it only says that there are warnings.
 */
export async function runChecks(
	docker: Docker,
	targets: Readonly<Record<string, CheckTarget>>,
	options: { readonly cwd: string; readonly signal: AbortSignal },
): Promise<Readonly<Record<string, CheckedTarget>> | string> {
	const file = JSON.stringify(escapeBake({ group: { default: { targets: Object.keys(targets) } }, target: targets }));
	const env = { BUILDX_GIT_INFO: "false", BUILDX_NO_DEFAULT_ATTESTATIONS: "1" };
	const args = ["buildx", "bake", "--file=-", "--call=check,format=json", "--progress=quiet"];
	const { stdout, stderr } = await docker(args, { ...options, input: file, env });
	const lastLine = stderr.trim().split("\n").at(-1) ?? "";
	return readChecks(stdout) ?? (lastLine.replace(/^ERROR: /, "") || "docker buildx printed no result");
}

const warningSchema = z.object({
	ruleName: z.string().optional(),
	detail: z.string().optional(),
	description: z.string().optional(),
	url: z.string().optional(),
	location: z
		.object({
			ranges: z
				.array(
					z.object({
						start: z.object({ line: z.number().optional() }).optional(),
						end: z.object({ line: z.number().optional() }).optional(),
					}),
				)
				.nullish(),
		})
		.nullish(),
});

const answerSchema = z.object({
	target: z
		.record(
			z.string(),
			z.object({
				check: z
					.object({
						warnings: z.array(warningSchema).nullish(),
						error: z.string().optional(),
						buildError: z.object({ message: z.string().optional() }).optional(),
					})
					.optional(),
			}),
		)
		.optional(),
});

/** Parses the output of bake; undefined if it is not JSON. */
export function readChecks(stdout: string): Readonly<Record<string, CheckedTarget>> | undefined {
	const output = parseAs(answerSchema, stdout);
	if (output === undefined) return undefined;
	return Object.fromEntries(
		Object.entries(output.target ?? {}).map(([name, { check }]) => {
			const error = check?.buildError?.message ?? check?.error;
			const warnings = (check?.warnings ?? []).flatMap(toWarning);
			return [name, { warnings, ...(error !== undefined && { error: error.split("\n")[0] ?? error }) }];
		}),
	);
}

function toWarning({
	ruleName,
	detail,
	description,
	url,
	location,
}: Infer<typeof warningSchema>): readonly CheckWarning[] {
	if (ruleName === undefined) return [];
	const range = location?.ranges?.[0];
	const [line, endLine] = [range?.start?.line, range?.end?.line];
	const place = { ...(line && line > 0 && { line }), ...(endLine && endLine > 0 && { endLine }) };
	const link = url?.startsWith("https://") ? { url } : {};
	return [{ rule: ruleName, detail: detail ?? description ?? ruleName, ...link, ...place }];
}
