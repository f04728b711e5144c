export const __esModule = true;
export default async (url, { method, headers, body, timeout }) => {
	const response = await fetch(url, { method, headers, body, signal: AbortSignal.timeout(timeout) });
	response.buffer = async () => Buffer.from(await response.arrayBuffer());
	return response;
};
