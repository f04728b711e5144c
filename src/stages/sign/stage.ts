import type { SignResult } from "../../model/documents/sign.ts";
import type { StageOptions } from "../../options/parse-options.ts";
import { UserError } from "../../util/errors.ts";
import type { StageContext } from "../shared/context.ts";

/** Signs one statement about all digests of a run, attaches it to them, and writes `sign.json`. */
export async function sign(_options: StageOptions, _context: StageContext): Promise<SignResult> {
	throw new UserError({ code: "sign/unavailable", message: "this stage is not part of this version yet" });
}
