import { defined } from "../../../util/defined.ts";
import { flagValue, flagValues, isFlagOn } from "../parse/instruction.ts";
import { parseHeredocStart } from "../parse/lines.ts";
import { readMounts } from "../parse/mounts.ts";
import type { StageGraph } from "./stage-graph.ts";
import { type TraceResult, wholeContextInput } from "./trace-result.ts";
import type { InstructionPosition, VariableExpander } from "./variable-expander.ts";

/** Collects what COPY, ADD and the mounts of RUN copy, and from where. */
export class CopySourceCollector {
	private readonly graph: StageGraph;
	private readonly expander: VariableExpander;
	private readonly result: TraceResult;
	/** Platform of the images that `from` names. */
	private readonly platform: string;

	constructor(graph: StageGraph, expander: VariableExpander, result: TraceResult, platform: string) {
		this.graph = graph;
		this.expander = expander;
		this.result = result;
		this.platform = platform;
	}

	collectCopy(position: InstructionPosition): void {
		const { instruction, stage } = position;
		const { keyword, line } = instruction;
		// The last argument is the destination.
		const written = instruction.args.slice(0, -1).filter((arg) => parseHeredocStart(arg) === undefined);
		if (written.length === 0) return;
		const from = (keyword === "COPY" && flagValue(instruction, "from")) || "";
		const context = from === "" ? "" : this.resolveFrom(from, position);
		if (context === undefined) return;
		const sources: string[] = [];
		for (const text of written) {
			const path = this.expander.expandPath(text, position);
			if (path === undefined) {
				if (context !== "") sources.push("/");
				continue;
			}
			const kind = keyword === "ADD" ? addSourceKind(path) : "local";
			if (kind === "local") sources.push(path);
			else this.collectUrl(path, kind, position);
		}
		if (sources.length === 0) return;
		this.result.inputs.push({
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

	private collectUrl(url: string, kind: "http" | "git", position: InstructionPosition): void {
		const { instruction, stage } = position;
		const written = flagValue(instruction, "checksum");
		const checksum = written === undefined ? undefined : this.expander.expand(written, position);
		// Pinned by a checksum, or by a full commit id.
		const options = /[#?&].*$/s.exec(url)?.[0] ?? "";
		const isCommit = kind === "git" && /[#?&=][0-9a-f]{40}(?:[0-9a-f]{24})?(?:[:&]|$)/.test(options);
		const pinned = isCommit || (checksum !== undefined && checksum !== "");
		this.result.urls.push({ kind, url, pinned, line: instruction.line, stage, ...defined({ checksum }) });
	}

	collectMounts(position: InstructionPosition): void {
		const { instruction, stage } = position;
		const { line } = instruction;
		const mounts = readMounts(instruction);
		if (mounts === undefined) {
			this.result.addUnclear("invalid RUN --mount", line);
			return;
		}
		for (const mount of mounts) {
			const from = mount.from ?? "";
			const context = from === "" ? "" : this.resolveFrom(from, position);
			const type = this.expander.expand(mount.type, position)?.toLowerCase();
			const id = (written: string) => this.expander.expand(written, position) ?? written;
			if (type === undefined)
				this.result.addUnclear(`RUN --mount=type=${mount.type} depends on an unknown value`, line);
			else if (type === "secret")
				this.result.secrets.add(id(mount.id || mount.source || mount.target.replace(/^.*\//, "")));
			else if (type === "ssh") this.result.ssh.add(id(mount.id || mount.source || "default"));
			else if (!["bind", "cache", "tmpfs"].includes(type))
				this.result.addUnclear(`RUN --mount=type=${type} has an unknown mount type`, line);
			else if (context !== undefined && (type === "bind" || (type === "cache" && from !== ""))) {
				const source = this.expander.expandPath(mount.source, position) ?? "";
				const label = ["RUN --mount", ...(from === "" ? [] : [`from=${from}`]), source || "."].join(" ");
				const input = wholeContextInput({ kind: "mount", label, context, line, stage });
				this.result.inputs.push({ ...input, sources: [source || "/"] });
			}
		}
	}

	/** Resolves a `from` to the key of a named context; undefined if it takes no files from a context. */
	private resolveFrom(from: string, { instruction, stage }: InstructionPosition): string | undefined {
		const { keyword, line } = instruction;
		const use = keyword === "COPY" ? "COPY" : "RUN";
		if (from.includes("$")) {
			const fix = "add a stage for the image: FROM accepts variables";
			this.result.addProblem("dockerfile/from", `${keyword} from=${from}: variables are not expanded here`, line, fix);
			return undefined;
		}
		const source = this.graph.resolveFrom(from, stage, use === "COPY" ? "allowed" : "not allowed");
		if (typeof source === "string")
			this.result.addProblem("dockerfile/from", `${keyword} from=${from}: ${source}`, line);
		else if (source.kind === "image")
			this.result.images.push({
				...{ ref: source.ref, platform: "target", platformName: this.platform },
				...{ use, line, stage },
			});
		else if (source.kind === "named") {
			this.result.named.push({ name: source.name, ref: source.ref, use, line, stage });
			return source.name;
		}
		return undefined;
	}
}

/** As in BuildKit: a URL is a git URL if its path ends in `.git`; `github.com/...` without a scheme is a local path. */
function addSourceKind(source: string): "local" | "http" | "git" {
	const web = /^https?:\/\/[^#?]*/i.exec(source);
	if (web !== null) return web[0].endsWith(".git") ? "git" : "http";
	if (/^(?:git|ssh):\/\//i.test(source)) return "git";
	// SCP syntax: user@host:path.
	return /^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:.+/.test(source) ? "git" : "local";
}
