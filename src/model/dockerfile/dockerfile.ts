export { flagValue, type Instruction, isFlagOn } from "./parse/instruction.ts";
export type { Directive, Heredoc } from "./parse/lines.ts";
export { type Mount, readMounts } from "./parse/mounts.ts";
export { type Dockerfile, type DockerfileStage, parseDockerfile } from "./parse/parse.ts";
export {
	nodeAt,
	type Obstacle,
	subtree,
	type TreeEntry,
	type TreeNode,
	type TreeSource,
	toTree,
} from "./select/file-tree.ts";
export { compileGlob } from "./select/glob.ts";
export { emptyIgnoreFile, type IgnoreFile, parseIgnoreFile } from "./select/ignore-file.ts";
export { type FileSelection, type SelectedInput, selectFiles } from "./select/select-files.ts";
export type { CommandInstruction, HealthcheckInstruction, LocatedValue, StageFacts } from "./trace/stage-facts.ts";
export { definesCommand } from "./trace/stage-facts.ts";
export { type FromSource, namedContextKey } from "./trace/stage-graph.ts";
export { traceInputs } from "./trace/stage-walker.ts";
export type {
	BaseConfig,
	FinalStage,
	ImageInput,
	NamedInput,
	Trace,
	TracedInput,
	TracedStage,
	TracedStep,
	TraceOptions,
	UnsetVariable,
	UrlInput,
	VolatileUse,
	WholeContextReason,
} from "./trace/trace-types.ts";
export { canonicalPlatform, isPredefined } from "./trace/variable-scope.ts";
