export type { Instruction } from "./parse/instruction.ts";
export type { Directive, Heredoc } from "./parse/lines.ts";
export { type Mount, readMounts } from "./parse/mounts.ts";
export { type Dockerfile, parseDockerfile, type Stage } from "./parse/parse.ts";
export { imageKey } from "./reference.ts";
export {
	nodeAt,
	type Obstacle,
	subtree,
	type TreeEntry,
	type TreeLike,
	type TreeNode,
	toTree,
} from "./select/file-tree.ts";
export { type Ignore, ignoreNothing, parseIgnore } from "./select/ignore-file.ts";
export { type SelectedInput, type Selection, selectFiles } from "./select/select-files.ts";
/** Which files an image is built from: everything the other folders may use of this one. */
export type { Command, Fact, Healthcheck, StageFacts } from "./trace/stage-facts.ts";
export { namesCommand } from "./trace/stage-facts.ts";
export type { Origin } from "./trace/stage-graph.ts";
export { traceInputs } from "./trace/stage-walker.ts";
export type {
	BaseConfig,
	FinalStage,
	ImageInput,
	Input,
	NamedInput,
	Step,
	Trace,
	TracedStage,
	TraceOptions,
	Unclear,
	UnsetVariable,
	UrlInput,
	VolatileUse,
} from "./trace/trace-types.ts";
export { isPredefined, normalPlatform } from "./trace/variable-scope.ts";
