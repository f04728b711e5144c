/** Development packages by normalized name: no running service needs them. */
const development: ReadonlySet<string> = new Set(
	(
		"pytest black flake8 mypy pylint isort ruff tox nox coverage pre-commit autopep8 yapf pycodestyle pyflakes pydocstyle bandit " +
		"hypothesis mock responses requests-mock httpretty vcrpy factory-boy freezegun time-machine nose nose2 ipdb pdbpp twine " +
		"bump2version bumpversion commitizen pyright pytype pyre-check vulture radon pyupgrade codespell interrogate locust " +
		"pip-audit pip-tools pipdeptree fakeredis mongomock aioresponses respx testcontainers allure-pytest behave robotframework"
	).split(" "),
);

/** Whether a package is for development only: a known one, a plugin of pytest or flake8, or type stubs. */
export function isDevelopmentPackage(key: string): boolean {
	if (development.has(key)) return true;
	return /^(?:pytest|flake8|pylint|types)-/.test(key) || /-stubs$/.test(key);
}

/** Packages that install the same files, or are the old and the new name of one package. */
const conflictGroups: readonly (readonly string[])[] = [
	["python-consul", "python-consul2", "py-consul", "consul"],
	["psycopg2", "psycopg2-binary"],
	["opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless"],
	["pyjwt", "jwt"],
	["pycrypto", "pycryptodome", "crypto"],
	["python-jose", "jose"],
	["pymupdf", "fitz"],
	["python-dotenv", "dotenv"],
	["python-magic", "file-magic", "magic"],
	["pillow", "pil", "pillow-simd"],
	["tensorflow", "tensorflow-cpu", "tensorflow-gpu"],
	["onnxruntime", "onnxruntime-gpu"],
	["faiss-cpu", "faiss-gpu"],
	["pinecone", "pinecone-client"],
	["python-slugify", "unicode-slugify", "slugify"],
	["pyserial", "serial"],
	["websocket-client", "websocket"],
	["pymongo", "bson"],
	["docker", "docker-py"],
	["mysqlclient", "mysql-python"],
	["python-ldap", "ldap"],
	["scikit-learn", "sklearn"],
	["beautifulsoup4", "bs4", "beautifulsoup"],
	["pyyaml", "yaml"],
	["discord-py", "discord"],
];

/** The packages in `keys` that conflict with a package. */
export function conflictingPackages(key: string, keys: readonly string[]): readonly string[] {
	const group = conflictGroups.find((names) => names.includes(key));
	return group === undefined ? [] : keys.filter((other) => other !== key && group.includes(other));
}

/** Well-known packages, to suggest for a name that no index has. */
export const wellKnownPackages: readonly string[] = (
	"aiofiles aiohttp aiokafka aiomysql aiopg aioredis aiosqlite alembic amqp anyio apscheduler argon2-cffi asgiref asyncio-mqtt asyncpg attrs " +
	"authlib azure-identity azure-storage-blob babel bcrypt beautifulsoup4 boto3 botocore cachetools celery certifi cffi chardet " +
	"charset-normalizer click cloudpickle colorama configparser cryptography dataclasses-json distro django django-cors-headers " +
	"djangorestframework dnspython docker elasticsearch email-validator eth-account fastapi flask flask-cors flask-login " +
	"flask-sqlalchemy frozenlist fsspec gevent gitpython google-api-core google-auth google-cloud-storage greenlet grpcio " +
	"grpcio-health-checking grpcio-reflection grpcio-tools gunicorn h11 httpcore httptools httpx hvac idna importlib-metadata influxdb-client " +
	"itsdangerous jinja2 jmespath joblib jsonschema kafka-python kombu kubernetes langchain loguru lxml mako markdown markupsafe " +
	"marshmallow matplotlib minio mongoengine motor msgpack multidict mysqlclient nats-py numpy oauthlib openai openpyxl " +
	"opentelemetry-api opentelemetry-sdk orjson packaging paho-mqtt pandas paramiko passlib peewee pika pillow pip platformdirs ply " +
	"prometheus-client protobuf psutil psycopg psycopg2 psycopg2-binary pyarrow pyasn1 pycparser pycryptodome pydantic " +
	"pydantic-settings pygments pyjwt pymongo pymysql pynacl pyopenssl pyparsing pyserial python-consul python-consul2 " +
	"python-dateutil python-dotenv python-jose python-json-logger python-multipart python-socketio pytz pyyaml pyzmq qrcode redis " +
	"regex requests requests-oauthlib rich rsa s3transfer scikit-learn scipy selenium sentry-sdk setuptools simplejson six slack-sdk " +
	"sniffio sqlalchemy sqlmodel starlette stripe structlog tabulate tenacity toml tomli torch tornado tqdm tronpy typer " +
	"typing-extensions tzdata tzlocal ujson urllib3 uvicorn uvloop watchdog watchfiles web3 websocket-client websockets werkzeug " +
	"wheel wrapt xmltodict yarl zeroconf zipp zstandard"
).split(" ");

/** Whether a package is an installer, which services do not pin. */
export const isInstallerPackage = (key: string): boolean =>
	["pip", "setuptools", "wheel", "uv", "poetry", "pipenv", "hatch", "build", "pdm"].includes(key);
