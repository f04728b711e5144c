import { defects as zero } from "./000.ts";
import { defects as one } from "./001.ts";
import { defects as two } from "./002.ts";
import { defects as three } from "./003.ts";
import { defects as four } from "./004.ts";
import type { Defect } from "./defect.ts";

export type { Caught } from "./defect.ts";

/** Every defect in the build reports, by document. */
export const defects: readonly Defect[] = [...zero, ...one, ...two, ...three, ...four];
