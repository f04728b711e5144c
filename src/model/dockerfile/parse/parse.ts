import { closestMatch } from "../../../util/closest-match.ts";
import { defined } from "../../../util/defined.ts";
import { type Problem, UserError } from "../../../util/errors.ts";
import { acceptsHeredocs, flagValue, type Instruction, instructionKeywords, parseInstruction } from "./instruction.ts";
import { brokenLimit, fileLimits } from "./limits.ts";
import { type Directive, findHeredocStarts, type Heredoc, LineReader, type LogicalLine } from "./lines.ts";

/** A build stage: FROM and the instructions after it. */
export interface DockerfileStage {
	readonly index: number;
	/** Lower case, like in the engine. */
	readonly name?: string;
	/** Not expanded. */
	readonly from: string;
	/** `--platform`, not expanded. */
	readonly platform?: string;
	readonly line: number;
	readonly instruction: Instruction;
	/** Without its FROM. */
	readonly instructions: readonly Instruction[];
}

/** A parsed Dockerfile: nothing is expanded or resolved. */
export interface Dockerfile {
	readonly file: string;
	readonly text: string;
	readonly escape: "\\" | "`";
	readonly directives: readonly Directive[];
	/** ARGs before the first FROM: visible in FROM lines only. */
	readonly globals: readonly Instruction[];
	readonly stages: readonly DockerfileStage[];
	readonly instructions: readonly Instruction[];
}

/**
 * Parses a Dockerfile like BuildKit: directives, continuations, comments, heredocs, JSON form, flags, stages. Throws
 * UserError with every located problem (`dockerfile/syntax`). Unknown instructions and flags are marked `unclear`.
 */
export function parseDockerfile(text: string, file: string): Dockerfile {
	const broken = brokenLimit(text);
	if (broken !== undefined)
		throw new UserError({ code: "dockerfile/too-large", message: broken.message, at: { file, line: broken.line } });
	const reader = new LineReader(text);
	const problems: Problem[] = [];
	const report = (message: string, line: number, fix?: string) =>
		problems.push({ code: "dockerfile/syntax", message, at: { file, line }, ...defined({ fix }) });
	for (const { message, line } of reader.problems) report(message, line);
	// Another frontend than Docker's may know other instructions.
	const syntax = reader.directives.find(({ name }) => name === "syntax");

	const instructions: Instruction[] = [];
	let words = 0;
	for (let line = reader.nextLine(); line !== undefined; line = reader.nextLine()) {
		const parsed = parseInstruction(line.text, reader.escape);
		if (typeof parsed === "string") {
			report(parsed, line.line);
			continue;
		}
		if (!instructionKeywords.includes(parsed.keyword) && syntax === undefined) {
			const near = closestMatch(parsed.keyword, instructionKeywords);
			report(`unknown instruction: ${parsed.written}`, line.line, near && `did you mean ${near}?`);
			continue;
		}
		words += 1 + parsed.args.length + parsed.pairs.length + parsed.flags.length;
		if (words > fileLimits.words) {
			const message = `more than ${fileLimits.words} instructions and arguments`;
			problems.push({ code: "dockerfile/too-large", message, at: { file, line: line.line } });
			break;
		}
		const heredocs = acceptsHeredocs(parsed, reader.escape) ? readHeredocs(reader, line, report) : [];
		const endLine = heredocs.at(-1)?.endLine ?? line.endLine;
		instructions.push({ ...parsed, heredocs, line: line.line, endLine, raw: line.raw, comments: line.comments });
	}
	// After an invalid FROM, everything would look misplaced.
	const { globals, stages } = toStages(instructions, problems.length > 0 ? () => {} : report);
	if (instructions.length === 0 && problems.length === 0) report("the Dockerfile has no instructions", 1);
	else if (stages.length === 0 && problems.length === 0)
		report("the Dockerfile has no FROM, so there is nothing to build", 1);
	if (problems.length > 0) throw new UserError(problems);
	return { file, text, escape: reader.escape, directives: reader.directives, globals, stages, instructions };
}

function readHeredocs(
	reader: LineReader,
	line: LogicalLine,
	report: (message: string, line: number) => void,
): (Heredoc & { readonly endLine: number })[] {
	const heredocs: (Heredoc & { readonly endLine: number })[] = [];
	for (const { name, chomp, expand } of findHeredocStarts(line.text)) {
		const body = reader.readHeredocBody(name, chomp);
		if (body === undefined) {
			report(`unterminated heredoc: no line "${name}" follows`, line.line);
			break;
		}
		heredocs.push({ name, expand, line: line.line, ...body });
	}
	return heredocs;
}

function toStages(
	instructions: readonly Instruction[],
	report: (message: string, line: number) => void,
): { globals: Instruction[]; stages: DockerfileStage[] } {
	const globals: Instruction[] = [];
	const stages: (DockerfileStage & { readonly instructions: Instruction[] })[] = [];
	for (const instruction of instructions) {
		const stage = stages.at(-1);
		if (instruction.keyword === "FROM") {
			const [from = "", , name] = instruction.args;
			const platform = flagValue(instruction, "platform") || undefined;
			stages.push({
				index: stages.length,
				from,
				line: instruction.line,
				instruction,
				instructions: [],
				...defined({ name: name?.toLowerCase(), platform }),
			});
		} else if (stage !== undefined) stage.instructions.push(instruction);
		else if (instruction.keyword === "ARG") globals.push(instruction);
		else report(`${instruction.keyword} before the first FROM: only ARG is allowed there`, instruction.line);
	}
	return { globals, stages };
}
