/** Which files an image is built from: everything the other folders may use of this one. */
export { namesCommand } from "./command.ts";
export type { Command, Fact, Healthcheck, StageFacts } from "./facts.ts";
export type { Origin } from "./graph.ts";
export { type Ignore, ignoreNothing, parseIgnore } from "./ignore.ts";
export type { Instruction } from "./instruction.ts";
export type { Directive, Heredoc } from "./lines.ts";
export { type Mount, readMounts } from "./mounts.ts";
export { type Dockerfile, parseDockerfile, type Stage } from "./parse.ts";
export { imageKey } from "./reference.ts";
export { isPredefined, normalPlatform } from "./scope.ts";
export { type SelectedInput, type Selection, selectFiles } from "./select.ts";
export {
	type BaseConfig,
	type FinalStage,
	type ImageInput,
	type Input,
	type NamedInput,
	type Step,
	type Trace,
	type TracedStage,
	type TraceOptions,
	traceInputs,
	type Unclear,
	type UnsetVariable,
	type UrlInput,
	type VolatileUse,
} from "./trace.ts";
export { nodeAt, type Obstacle, subtree, type TreeEntry, type TreeLike, type TreeNode, toTree } from "./tree.ts";
