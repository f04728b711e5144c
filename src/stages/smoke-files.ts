import path from "node:path";
import type { SmokedService, SmokeResult } from "../documents/smoke.ts";
import { junitXml } from "../report/junit.ts";
import { diagnosisText } from "../report/smoke.ts";
import { writeDocument, writeWhole } from "./folder.ts";

/** Writes what is known of each failure beside its log, `smoke.junit.xml` and `smoke.json`; the result names the files. */
export async function writeSmoke(out: string, result: SmokeResult): Promise<SmokeResult> {
	const several = new Set(result.services.map(({ platform }) => platform)).size > 1;
	const services = await Promise.all(result.services.map((one) => withDiagnosis(out, one, several)));
	const whole = { ...result, services };
	await writeWhole(path.join(out, "smoke.junit.xml"), junitXml(whole));
	await writeDocument(out, whole);
	return whole;
}

async function withDiagnosis(out: string, one: SmokedService, severalPlatforms: boolean): Promise<SmokedService> {
	if (one.failure === undefined) return one;
	const folder = path.join(out, "logs", severalPlatforms ? one.platform.replaceAll("/", "-") : "");
	const file = await writeWhole(path.join(folder, `${one.service}.diagnosis.txt`), `${diagnosisText(one)}\n`);
	return { ...one, failure: { ...one.failure, file } };
}
