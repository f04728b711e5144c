import { defined } from "../../../util/defined.ts";
import type { Instruction } from "../parse/instruction.ts";
import { readMounts } from "../parse/mounts.ts";
import { addSourceKind, flagValue, flagValues, isFlagOn, isPinnedUrl, writtenSources } from "./copy-sources.ts";
import type { StageGraph } from "./stage-graph.ts";
import { type TraceResult, wholeContextInput } from "./trace-result.ts";
import type { VariableExpander } from "./variable-expander.ts";
import type { VariableScope } from "./variable-scope.ts";

/** Collects what COPY, ADD and the mounts of RUN copy, and from where. */
export class CopySourceCollector {
	private readonly graph: StageGraph;
	private readonly reader: VariableExpander;
	private readonly notes: TraceResult;
	/** Platform of the images that `from` names. */
	private readonly platform: string;

	constructor(graph: StageGraph, reader: VariableExpander, notes: TraceResult, platform: string) {
		this.graph = graph;
		this.reader = reader;
		this.notes = notes;
		this.platform = platform;
	}

	collectCopy(instruction: Instruction, scope: VariableScope, stage: number): void {
		const { keyword, line } = instruction;
		const written = writtenSources(instruction);
		if (written.length === 0) return;
		const from = keyword === "COPY" ? flagValue(instruction, "from") : undefined;
		const context = from === undefined || from === "" ? "" : this.resolveFrom(instruction, from, stage);
		if (context === undefined) return;
		const sources: string[] = [];
		for (const text of written) {
			const path = this.reader.expandPath(scope, text, instruction, stage);
			if (path === undefined) {
				if (context !== "") sources.push("/");
				continue;
			}
			const kind = keyword === "ADD" ? addSourceKind(path) : "local";
			if (kind === "local") sources.push(path);
			else this.collectUrl(instruction, kind, path, scope, stage);
		}
		if (sources.length === 0) return;
		this.notes.inputs.push({
			kind: keyword === "ADD" ? "add" : "copy",
			label: [keyword, ...(context === "" ? [] : [`--from=${from}`]), ...sources].join(" "),
			context,
			sources,
			excludes: flagValues(instruction, "exclude"),
			parents: isFlagOn(instruction, "parents"),
			// A symbolic mode (u+x) depends on the file's own mode.
			oneMode: /^[0-7]{3,4}$/.test(flagValue(instruction, "chmod") ?? ""),
			line,
			stage,
		});
	}

	private collectUrl(instruction: Instruction, kind: "http" | "git", url: string, scope: VariableScope, stage: number): void {
		const written = flagValue(instruction, "checksum");
		const checksum = written === undefined ? undefined : this.reader.expand(scope, written, instruction, stage);
		const pinned = isPinnedUrl(url, kind, checksum);
		this.notes.urls.push({
			kind,
			url,
			pinned,
			line: instruction.line,
			stage,
			...defined({ checksum }),
		});
	}

	collectMounts(instruction: Instruction, scope: VariableScope, stage: number): void {
		const mounts = readMounts(instruction);
		const { line } = instruction;
		if (mounts === undefined) {
			this.notes.addUnclear("invalid RUN --mount", line);
			return;
		}
		for (const mount of mounts) {
			const from = mount.from ?? "";
			const context = from === "" ? "" : this.resolveFrom(instruction, from, stage);
			const type = this.reader.expand(scope, mount.type, instruction, stage)?.toLowerCase();
			const text = (written: string) => this.reader.expand(scope, written, instruction, stage) ?? written;
			if (type === "secret")
				this.notes.secrets.add(text(mount.id || mount.source || mount.target.replace(/^.*\//, "")));
			else if (type === "ssh") this.notes.ssh.add(text(mount.id || mount.source || "default"));
			else if (type !== undefined && !["bind", "cache", "tmpfs"].includes(type))
				this.notes.addUnclear(`RUN --mount=type=${type} has an unknown mount type`, line);
			else if (context !== undefined && (type === "bind" || (type === "cache" && from !== ""))) {
				const source = this.reader.expandPath(scope, mount.source, instruction, stage) ?? "";
				const label = ["RUN --mount", ...(from === "" ? [] : [`from=${from}`]), source || "."].join(" ");
				this.notes.inputs.push({
					...wholeContextInput("mount", label, context, line, stage),
					sources: [source || "/"],
				});
			} else if (type === undefined) this.notes.addUnclear(`RUN --mount=type=${mount.type} depends on an unknown value`, line);
		}
	}

	/** Resolves a `from` to the key of a named context; undefined if it takes no files from a context. */
	private resolveFrom(instruction: Instruction, from: string, stage: number): string | undefined {
		const { keyword, line } = instruction;
		const use = keyword === "COPY" ? "COPY" : "RUN";
		if (from.includes("$")) {
			const fix = "add a stage for the image: FROM accepts variables";
			this.notes.addProblem("dockerfile/from", `${keyword} from=${from}: variables are not expanded here`, line, fix);
			return undefined;
		}
		const origin = this.graph.resolveFrom(from, stage, use === "COPY" ? "allowed" : "not allowed");
		if (typeof origin === "string")
			this.notes.addProblem("dockerfile/from", `${keyword} from=${from}: ${origin}`, line);
		else if (origin.kind === "image")
			this.notes.images.push({
				ref: origin.ref,
				platform: "target",
				platformName: this.platform,
				use,
				line,
				stage,
			});
		else if (origin.kind === "named") {
			this.notes.named.push({ name: origin.name, ref: origin.ref, use, line, stage });
			return origin.name;
		}
		return undefined;
	}
}
