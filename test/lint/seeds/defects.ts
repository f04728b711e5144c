import { defects as first } from "./000.ts";
import type { Defect } from "./defect.ts";

/** Every defect that the build reports tell of. */
export const defects: readonly Defect[] = [...first];
