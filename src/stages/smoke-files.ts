import path from "node:path";
import type { SmokeResult } from "../documents/smoke.ts";
import { junitXml } from "../report/junit.ts";
import { diagnosisText } from "../report/smoke.ts";
import { writeDocument, writeWhole } from "./folder.ts";

/** Writes what is known of each failure to the file that it names, `smoke.junit.xml` and `smoke.json`. */
export async function writeSmoke(out: string, result: SmokeResult): Promise<SmokeResult> {
	for (const one of result.services)
		if (one.failure?.file !== undefined) await writeWhole(one.failure.file, `${diagnosisText(one)}\n`);
	await writeWhole(path.join(out, "smoke.junit.xml"), junitXml(result));
	await writeDocument(out, result);
	return result;
}
