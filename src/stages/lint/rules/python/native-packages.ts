/** PyPI packages with compiled code, by normalised name. */
const native: ReadonlySet<string> = new Set(
	(
		"aiohttp argon2-cffi-bindings asyncpg bcrypt blis brotli cassandra-driver cffi charset-normalizer-compiled confluent-kafka coincurve contourpy " +
		"cryptography curl-cffi cymem cython cytoolz dbus-python duckdb faiss-cpu fastparquet fiona frozenlist gevent greenlet grpcio " +
		"grpcio-tools h5py hiredis httptools jiter kiwisolver lightgbm llvmlite lmdb lxml lz4 matplotlib msgpack msgspec multidict " +
		"murmurhash mysqlclient netifaces numba numexpr numpy onnxruntime opencv-python opencv-python-headless orjson pandas pillow " +
		"polars preshed propcache psutil psycopg2 psycopg2-binary psycopg-binary psycopg-c pyarrow pycryptodome pycryptodomex pydantic-core " +
		"pygit2 pymssql pymupdf pynacl pyodbc pyproj pyrsistent-c pyyaml-c pyzmq rapidfuzz regex rpds-py ruamel-yaml-clib safetensors " +
		"scikit-image scikit-learn scipy sentencepiece setproctitle shapely spacy sqlcipher3 srsly tensorflow thinc tiktoken tokenizers " +
		"torch torchaudio torchvision ujson uvloop watchfiles xgboost xxhash yarl zstandard secp256k1 ckzg pysha3 eth-hash-c"
	).split(" "),
);
/** Pure Python packages that need one with compiled code. */
const needsNative: Readonly<Record<string, string>> = {
	"argon2-cffi": "argon2-cffi-bindings",
	"grpcio-health-checking": "grpcio",
	"grpcio-reflection": "grpcio",
	"grpcio-status": "grpcio",
	pyopenssl: "cryptography",
	paramiko: "cryptography",
	fastapi: "pydantic-core",
	"pydantic-settings": "pydantic-core",
	web3: "aiohttp",
	aiobotocore: "aiohttp",
	transformers: "tokenizers",
	statsmodels: "numpy",
	seaborn: "numpy",
};

/** The native package that is installed with this one; undefined if it is pure Python or unknown. */
export function nativePackageFor(key: string, versions: readonly string[]): string | undefined {
	if (native.has(key)) return key;
	// pydantic 1 was pure.
	if (key === "pydantic") return /^(?:==|~=|<=?)\s*1\b/.test(versions.join("").trim()) ? undefined : "pydantic-core";
	return needsNative[key];
}
