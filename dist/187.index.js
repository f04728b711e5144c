export const id=187
export const ids=[187]
export const modules={7725:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{L:()=>credentialIn,m:()=>credentialFault})
const kinds=[["a GitHub token",/\bgh[pousr]_[A-Za-z0-9]{20}|\bgithub_pat_[A-Za-z0-9_]{20}/],["a GitLab token",/\bgl(?:pat|cbt|dt|rt|soat)-[A-Za-z0-9_-]{15}/],["an AWS key",/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/],["a Google key",/\bAIza[A-Za-z0-9_-]{30}/],["a Slack token",/\bxox[abeoprs]-[A-Za-z0-9-]{10}/],["an npm token",/\bnpm_[A-Za-z0-9]{30}/],["a PyPI token",/\bpypi-[A-Za-z0-9_-]{30}/],["a Docker token",/\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20}/],["a Stripe key",/\b[rs]k_(?:live|test)_[A-Za-z0-9]{16}/],["a Hugging Face token",/\bhf_[A-Za-z0-9]{30}/],["an API key",/\bsk-[A-Za-z0-9_-]{32}/],["a private key",/-----BEGIN (?:[A-Z0-9]{1,20} ){0,4}PRIVATE KEY/],["a signed token (JWT)",/\beyJ[A-Za-z0-9_-]{10,300}\.eyJ[A-Za-z0-9_-]{10}/],["a password in an address",/\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,200}:[^\s/@{}$]{1,200}@/i]]
const telling=/(?:^|[._-])(?:password|passwd|passphrase|secret|token|credentials?|(?:api|access|secret|private|auth|encryption|signing)[._-]?key)$/i
function credentialIn(text){return kinds.find(([,form])=>form.test(text))?.[0]}function credentialFault(what,name,value){const kind=credentialIn(value)
const byName=telling.test(name)&&value.length>=4&&!/^(?:true|false|none|null|\{\{[^}]*\}\})$/i.test(value)
if(kind===undefined&&!byName)return undefined
return{code:"catalog/credential",message:`${what} ${name} looks like ${kind??"a credential"}`,why:`a ${what} can be read by everyone who has the image`,fix:"hand it to the build under `secrets`, and revoke this one if it is real"}}},8206:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{WU:()=>show,gP:()=>either,hD:()=>quote,tO:()=>findInvisible,yb:()=>codePoint})
const shown=60
const invisible=/[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]|[\ud800-\udfff]/u
const everyInvisible=new RegExp(invisible.source,"gu")
function show(text,limit=shown){const cut=text.length>limit?`${text.slice(0,limit)}…`:text
return cut.replace(everyInvisible,asEscape)}function quote(text){return`"${show(text)}"`}function codePoint(character){return`U+${(character.codePointAt(0)??0).toString(16).toUpperCase().padStart(4,"0")}`}function findInvisible(text){for(const found of text.matchAll(everyInvisible)){if(!/[\t\n\r\u200c\u200d]/.test(found[0]))return found.index}return undefined}function either(words){return words.length<2?words[0]??"":`${words.slice(0,-1).join(", ")} or ${words.at(-1)}`}function asEscape(character){return`\\u{${(character.codePointAt(0)??0).toString(16)}}`}},3929:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{p:()=>nearest})
const longest=64
function nearest(word,candidates){if(word.length>longest)return undefined
const limit=word.length<3?0:Math.max(1,Math.floor(word.length/3))
let best
let least=limit+1
for(const candidate of candidates){if(candidate.length>longest||Math.abs(candidate.length-word.length)>=least)continue
const distance=editDistance(word.toLowerCase(),candidate.toLowerCase())
if(distance<least)[best,least]=[candidate,distance]}return best}function editDistance(from,to){let before=[]
let last=Array.from({length:to.length+1},(_,i)=>i)
for(let i=1;i<=from.length;i++){const row=[i]
for(let j=1;j<=to.length;j++){const same=from[i-1]===to[j-1]
let cost=Math.min((row[j-1]??0)+1,(last[j]??0)+1,(last[j-1]??0)+(same?0:1))
if(i>1&&j>1&&from[i-1]===to[j-2]&&from[i-2]===to[j-1])cost=Math.min(cost,(before[j-2]??0)+1)
row.push(cost)}[before,last]=[last,row]}return last[to.length]??0}},5501:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{DB:()=>parseSize,E9:()=>parseDuration,EY:()=>parsePattern,F1:()=>parseAge,FL:()=>parsePlatform,Fg:()=>parseSubnet,MB:()=>bad,Qu:()=>parsePortNumber,Ug:()=>parseJsonTest,fj:()=>parseHealthPath,i$:()=>parseStatus,iT:()=>parseHeaderName,kB:()=>parseWord,pz:()=>parsePort,tN:()=>parseUser,uw:()=>good,xp:()=>parseGrpcService})
var _json_test_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(3018)
var _show_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(8206)
var _suggest_js__WEBPACK_IMPORTED_MODULE_2__=__webpack_require__(3929)
const good=value=>({ok:true,value:value})
const bad=fault=>({ok:false,fault:fault})
const milliseconds={us:.001,ms:1,s:1e3,m:6e4,h:36e5}
const longestDuration=24*36e5
function parseDuration(text){const wrong=message=>bad({code:"catalog/duration",message:message,fix:'write a number and a unit, as in "500ms", "30s" or "1m30s"'})
if(!/^(?:\d+(?:\.\d+)?(?:us|ms|s|m|h))+$/.test(text))return wrong(`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no duration`)
let total=0
for(const[,number,unit]of text.matchAll(/(\d+(?:\.\d+)?)(us|ms|s|m|h)/g))total+=Number(number)*(milliseconds[unit??""]??0)
return total<=longestDuration?good(total):wrong(`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is longer than a day`)}const ages={h:36e5,d:864e5,w:7*864e5}
const longestAge=366*864e5
function parseAge(text){const[,number,unit]=/^([1-9]\d{0,5})([hdw])$/.exec(text)??[]
const age=Number(number)*(ages[unit??""]??Number.NaN)
if(age<=longestAge)return good(age)
const fix='write a number and a unit, as in "12h", "7d" or "2w"; a year is the most'
return bad({code:"catalog/age",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no time-to-live`,fix:fix})}const bytes={b:1,k:2**10,m:2**20,g:2**30,t:2**40}
function parseSize(text){const[,number,unit="b"]=/^(\d+(?:\.\d+)?)(?:([bkmgt])b?)?$/i.exec(text)??[]
const size=Math.round(Number(number)*(bytes[unit.toLowerCase()]??Number.NaN))
if(number!==undefined&&size>0&&Number.isSafeInteger(size))return good(size)
return bad({code:"catalog/size",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no size`,fix:'write it as in "200mb" or "1.5gb"'})}function parsePortNumber(text){const wrong=(why,fix)=>bad({code:"catalog/port",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no port`,why:why,fix:fix})
if(/^0\d+$/.test(text))return wrong("a leading zero means octal to some readers",`write ${Number(text)} if that is meant`)
if(!/^\d+$/.test(text))return wrong("a port is a whole number in plain decimals",'write it as in "8080"')
const port=Number(text)
if(port<1||port>65535)return wrong("ports go from 1 to 65535","choose one of them")
return good(port)}function parsePort(text){const form='write "8080", or "8081:8080" with the host\'s port first, or "53:53/udp"'
const wrong=why=>bad({code:"catalog/port",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no port`,why:why,fix:form})
const[numbers="",protocol="tcp",...rest]=text.split("/")
if(protocol!=="tcp"&&protocol!=="udp"||rest.length>0)return wrong("after the slash comes tcp or udp")
const parts=numbers.split(":")
if(/^\d+-\d+$/.test(parts.at(-1)??""))return wrong("a range is not understood: list its ports one by one")
if(parts.length>2)return wrong("an address is not taken: what publishes the port decides it")
if(parts.includes(""))return wrong("a number is missing beside the colon")
const[first,second]=parts.map(parsePortNumber)
if(first===undefined||!first.ok)return first??wrong("it is empty")
if(second===undefined)return good({container:first.value,protocol:protocol})
if(!second.ok)return second
return good({container:second.value,published:first.value,protocol:protocol})}function parseStatus(text){const[,low,high=low]=/^([1-5]\d\d)(?:-([1-5]\d\d))?$/.exec(text)??[]
if(low!==undefined&&Number(low)<=Number(high))return good([Number(low),Number(high)])
const fix='write 200, "200-299" or a list of them'
return bad({code:"catalog/status",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no HTTP status`,fix:fix})}const platforms=[...["linux/arm64","linux/amd64","linux/arm/v7","linux/arm/v6","linux/arm/v5","linux/386","linux/riscv64"],...["linux/ppc64le","linux/s390x","linux/loong64","linux/mips64le","linux/mips64"],...["linux/amd64/v2","linux/amd64/v3","linux/amd64/v4"]]
const aliases={"linux/arm64/v8":"linux/arm64","linux/aarch64":"linux/arm64","linux/x86_64":"linux/amd64","linux/amd64/v1":"linux/amd64","linux/arm":"linux/arm/v7","linux/armhf":"linux/arm/v7"}
function parsePlatform(text){const name=aliases[text]??text
if(platforms.includes(name))return good(name)
const meant=platforms.includes(`linux/${text}`)?`linux/${text}`:aliases[`linux/${text}`]??(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__.p)(text,platforms)
const why=text.startsWith("windows/")?"only Linux images are built":undefined
const fix=meant===undefined?`choose one of ${platforms.slice(0,4).join(", ")} …`:`did you mean ${meant}?`
return bad({code:"catalog/platform",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no platform`,...why&&{why:why},fix:fix})}function parseUser(text){const parts=text.split(":")
if(parts.length<=2&&parts.every(part=>/^(?:0|[1-9]\d{0,9})$/.test(part)&&Number(part)<2**32-1))return good(text)
const why="names are looked up in the image, which may not have them"
return bad({code:"catalog/user",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no numeric user`,why:why,fix:'write "65532:65532"'})}const httpToken=/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
function parseHeaderName(text){if(httpToken.test(text)&&text.toLowerCase()!=="host")return good(text)
const why=text.toLowerCase()==="host"?"the host is always the container":undefined
const message=`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} cannot be set as a header`
return bad({code:"catalog/header",message:message,...why&&{why:why},fix:'write it as in "Accept"'})}function parseHealthPath(text){if(/^\/(?!\/)[!-~]*$/.test(text)&&!text.includes("#")&&!text.includes("\\"))return good(text)
const why=/^(?:https?:)?\/\//.test(text)?"the host is always the container itself":undefined
const message=`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no path to ask for`
return bad({code:"catalog/health",message:message,...why&&{why:why},fix:'write it as in "/health"'})}function parsePattern(text){try{new RegExp(text,"u")}catch(cause){const why=cause instanceof Error?cause.message.replace(/^Invalid regular expression: /,""):String(cause)
const fix="write one that JavaScript takes with the flag u; a plain text stands under `body`"
return bad({code:"catalog/pattern",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no regular expression`,why:why,fix:fix})}return text.trim()===""?bad({code:"catalog/pattern",message:"an empty regular expression",fix:"leave the key out"}):good(text)}function parseJsonTest(text){const read=(0,_json_test_js__WEBPACK_IMPORTED_MODULE_0__.f)(text)
if(read.kind==="test")return good(text)
const fix="write a path, or compare it with a value, as in '$.status == \"healthy\"'"
return bad({code:"catalog/json",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} cannot be read`,why:read.why,fix:fix})}function parseGrpcService(text){if(/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/.test(text)&&text.length<=200)return good(text)
const message=`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no gRPC service`
return bad({code:"catalog/health",message:message,fix:'write it as in "lucid.chain.v1.Chain"'})}function parseWord(words){return text=>{const found=words.find(word=>word===text)
if(found!==undefined)return good(found)
const meant=(0,_suggest_js__WEBPACK_IMPORTED_MODULE_2__.p)(text,words)
const fix=meant===undefined?`write ${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.gP)(words)}`:`did you mean ${meant}?`
return bad({code:"catalog/value",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is not ${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.gP)(words)}`,fix:fix})}}function parseSubnet(text){const wrong=why=>bad({code:"catalog/subnet",message:`${(0,_show_js__WEBPACK_IMPORTED_MODULE_1__.hD)(text)} is no subnet`,why:why,fix:'write it as in "172.20.0.0/16"'})
const parts=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text)?.slice(1).map(Number)
if(parts===undefined)return wrong("it is four numbers, a slash and a prefix length")
const[a=0,b=0,c=0,d=0,prefix=0]=parts
if(Math.max(a,b,c,d)>255)return wrong("a number is over 255")
if(prefix<8||prefix>29)return wrong("the prefix goes from 8 to 29")
const address=((a*256+b)*256+c)*256+d
if(address%2**(32-prefix)!==0)return wrong("it has bits below its prefix")
return good(text)}},7048:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{EV:()=>requireCompose,P7:()=>inspectEngine,Q2:()=>canRun,Wp:()=>requireEngine,p7:()=>engineProblems})
var semver__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2088)
var _errors_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(6008)
const oldest={server:"26.0.0",buildx:"0.13.0",compose:"2.20.0"}
async function inspectEngine(docker,options={}){const{builder:builder,signal:signal}=options
const run=async args=>docker(args,signal===undefined?{}:{signal:signal}).catch(()=>undefined)
const[info,inspected]=await Promise.all([run(["info","--format","{{json .}}"]),run(["buildx","inspect",...builder===undefined?[]:["--",builder]])])
signal?.throwIfAborted()
if(info===undefined)return{containerdStore:false}
const found=inspected===undefined?undefined:readBuilder(inspected)
return{...readInfo(info.stdout,info.stderr),...found!==undefined&&{builder:found}}}function readInfo(stdout,stderr){let json
try{json=JSON.parse(stdout)}catch{json={}}const plugin=name=>json.ClientInfo?.Plugins?.find(one=>one.Name===name)?.Version
const server=json.ServerVersion||undefined
const client=json.ClientInfo?.Version||undefined
const unreachable=json.ServerErrors?.join("; ")||stderr.trim()||"no daemon answers"
const architecture=architectures[json.Architecture??""]??json.Architecture
return{...client!==undefined&&{client:client},...server!==undefined?{server:server}:{unreachable:unreachable},...server!==undefined&&architecture!==undefined&&{native:`${json.OSType??"linux"}/${architecture}`},...optional("buildx",plugin("buildx")),...optional("compose",plugin("compose")),containerdStore:(json.DriverStatus??[]).some(([,value])=>value==="io.containerd.snapshotter.v1")}}const architectures={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
function optional(key,value){return value===undefined||value===""?{}:{[key]:value}}function readBuilder({exitCode:exitCode,stdout:stdout,stderr:stderr}){const field=name=>{const value=new RegExp(`^${name}:[ \\t]*(\\S.*)$`,"m").exec(stdout)?.[1]
return value?.trim()}
const name=field("Name")
const error=field("Error")??(exitCode===0?undefined:stderr.trim())
if(name===undefined)return error===undefined?undefined:{name:"",driver:"",platforms:[],error:error}
const platforms=[...stdout.matchAll(/^Platforms:[ \t]*(\S.*)$/gm)].flatMap(([,list=""])=>list.split(",").map(one=>one.trim().replace(/\*$/,"")))
return{name:name,driver:field("Driver")??"",platforms:[...new Set(platforms)],...error!==undefined&&{error:error}}}function canRun(platforms,wanted){const plain=platform=>platform.replace(/\/arm64\/v8$/,"/arm64").replace(/\/arm$/,"/arm/v7")
return platforms.some(platform=>plain(platform)===plain(wanted))}async function requireEngine(docker,needs,options={}){const engine=await inspectEngine(docker,options)
const problems=engineProblems(engine,needs)
if(problems.length>0)throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__.yo(problems)
return engine}function requireCompose(docker,signal){return requireEngine(docker,{smoke:true},signal===undefined?{}:{signal:signal})}function engineProblems(engine,needs){if(engine.client===undefined&&engine.server===undefined&&engine.unreachable===undefined)return[{code:"engine/missing",message:"there is no docker command",fix:"install Docker Engine (https://docs.docker.com/engine/install/) and see that docker is on the PATH"}]
const problems=[]
if(engine.server===undefined)problems.push({code:"engine/not-running",message:"no Docker daemon answers",...engine.unreachable!==undefined&&{why:engine.unreachable},fix:"start Docker (systemctl start docker, or Docker Desktop), or point DOCKER_HOST or DOCKER_CONTEXT at one that runs; joining the group docker helps when permission was denied"})
else problems.push(...tooOld("Docker Engine",engine.server,oldest.server,"engine/too-old"))
if(needs.build)problems.push(...buildProblems(engine))
if(needs.smoke)problems.push(...plugin("Docker Compose","docker-compose-plugin",engine.compose,oldest.compose,"compose"))
if(problems.length===0)problems.push(...platformProblems(engine,needs.platforms??[]))
return problems}function buildProblems(engine){const problems=[...plugin("buildx","docker-buildx-plugin",engine.buildx,oldest.buildx,"buildx")]
const{builder:builder}=engine
if(engine.server===undefined||engine.buildx===undefined||builder===undefined)return problems
if(builder.error!==undefined)problems.push({code:"engine/builder",message:`the builder ${builder.name||"that was named"} is of no use`,why:builder.error,fix:"see `docker buildx ls`; `docker buildx use default` goes back to Docker's own"})
else if(builder.driver==="docker"&&!engine.containerdStore)problems.push({code:"engine/image-store",message:"this Docker Engine keeps images in its old store, which cannot push reproducible images",why:"annotations and rewritten timestamps need containerd's image store, or a builder of its own",fix:'set {"features": {"containerd-snapshotter": true}} in /etc/docker/daemon.json and restart Docker, or `docker buildx create --driver=docker-container --use`'})
return problems}function platformProblems({builder:builder,native:native},wanted){const platforms=builder?.platforms.length?builder.platforms:native===undefined?[]:[native]
return wanted.filter(platform=>!canRun(platforms,platform)).map(platform=>({code:"engine/platform",message:`nothing here runs ${platform}`,why:`${builder?.name?`the builder ${builder.name}`:"the engine"} runs ${platforms.join(", ")||"nothing"}`,fix:`take a machine of that kind (runs-on: ubuntu-24.04-arm for linux/arm64), or add emulation: \`docker run --privileged --rm tonistiigi/binfmt --install ${platform.split("/")[1]??"arm64"}\`, or the package qemu-user-static`}))}function plugin(name,pack,version,least,code){if(version===undefined)return[{code:`engine/${code}-missing`,message:`${name} is not installed`,fix:`install the package ${pack}`}]
return tooOld(name,version,least,`engine/${code}-too-old`)}function tooOld(name,version,least,code){const read=semver__WEBPACK_IMPORTED_MODULE_0__.coerce(version)
if(read===null||semver__WEBPACK_IMPORTED_MODULE_0__.gte(read,least))return[]
return[{code:code,message:`${name} ${version} is too old`,fix:`install ${name} ${least} or newer`}]}},651:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{p2:()=>reference.p,Z7:()=>isPredefined,Je:()=>normalPlatform,Ai:()=>parseDockerfile,wo:()=>parseIgnore,bq:()=>readMounts,AL:()=>selectFiles,dY:()=>subtree,Gc:()=>toTree,$w:()=>traceInputs})
var errors=__webpack_require__(6008)
function hasWildcards(text){for(let i=0;i<text.length;i++){const char=text[i]
if(char==="\\")i++
else if(char==="*"||char==="?"||char==="[")return true}return false}function globRegex(pattern){let out="^"
const chars=[...pattern]
for(let i=0;i<chars.length;i++){const char=chars[i]??""
if(char==="*")out+=out.endsWith("[^/]*")?"":"[^/]*"
else if(char==="?")out+="[^/]"
else if(char==="\\"){const next=chars[++i]
if(next===undefined)return undefined
out+=quote(next)}else if(char==="["){const found=charClass(chars,i+1)
if(found===undefined)return undefined
out+=found.regex
i=found.end}else out+=quote(char)}return new RegExp(`${out}$`,"su")}const isGlob=pattern=>globRegex(pattern)!==undefined
function charClass(chars,start){let i=start
const negated=chars[i]==="^"
if(negated)i++
const ranges=[]
const take=()=>{const char=chars[i++]
if(char===undefined||char==="-"||char==="]")return undefined
return char==="\\"?chars[i++]:char}
while(ranges.length===0||chars[i]!=="]"){const low=take()
if(low===undefined)return undefined
let high=low
if(chars[i]==="-"){i++
const found=take()
if(found===undefined)return undefined
high=found}const inOrder=(low.codePointAt(0)??0)<=(high.codePointAt(0)??0)
ranges.push(inOrder?`${inClass(low)}-${inClass(high)}`:"")
if(i>=chars.length)return undefined}const body=ranges.join("")
if(body==="")return{regex:negated?"[^]":"[]",end:i}
return{regex:`[${negated?"^":""}${body}]`,end:i}}const quote=char=>/[\\^$.*+?()[\]{}|/]/.test(char)?`\\${char}`:char
const inClass=char=>/[\\^\][-]/.test(char)?`\\${char}`:char
const spaces="\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000"
const leading=new RegExp(`^[${spaces}]+`)
const single=new RegExp(`^[${spaces}]$`)
const isSpace=char=>single.test(char)
const trimStart=text=>text.replace(leading,"")
const trim=text=>trimEnd(trimStart(text))
function trimEnd(text){let end=text.length
while(end>0&&isSpace(text[end-1]??""))end--
return text.slice(0,end)}const withoutMark=text=>text.startsWith("\ufeff")?text.slice(1):text
function cleanPath(text){const rooted=text.startsWith("/")
const parts=[]
for(const part of text.split("/")){if(part===""||part===".")continue
if(part!=="..")parts.push(part)
else if(parts.length>0&&parts.at(-1)!=="..")parts.pop()
else if(!rooted)parts.push(part)}return(rooted?"/":"")+parts.join("/")||(rooted?"/":".")}function contextParts(text){return cleanPath(`/${text}`).split("/").filter(Boolean)}function toPattern(line){const trimmed=trim(line)
if(trimmed==="")return"empty"
const cleaned=cleanPath(trimmed)
const negated=cleaned.startsWith("!")
const text=negated?cleaned.slice(1):cleaned
if(text===""||!isGlob(text))return undefined
const matches=matcher(text)
return matches&&{text:text,negated:negated,matches:matches}}const sharedEscapes=/[^a-zA-Z0-9]|[dDsSwWbBfnrtv]/
const otherEscapes={a:"\\x07",A:"(?<![\\s\\S])",z:"(?![\\s\\S])"}
function matcher(text){let regex="^"
let kind="exact"
const chars=[...text]
for(let i=0;i<chars.length;i++){const char=chars[i]??""
const first=i===0
if(char==="*"&&chars[i+1]==="*"){i++
if(chars[i+1]==="/")i++
if(i+1>=chars.length){if(kind==="exact")kind="prefix"
else{regex+=".*"
kind="regex"}}else{regex+="(.*/)?"
kind="regex"}if(first)kind="suffix"}else if(char==="*"||char==="?"){regex+=char==="*"?"[^/]*":"[^/]"
kind="regex"}else if(char==="\\"){const next=chars[++i]??""
const translated=sharedEscapes.test(next)?`\\${next}`:otherEscapes[next]
if(translated===undefined)return undefined
regex+=translated
kind="regex"}else if(char==="["||char==="]"){regex+=char
kind="regex"}else regex+=/[.+()$]/.test(char)?`\\${char}`:char}if(kind==="exact")return path=>path===text
if(kind==="prefix")return path=>path.startsWith(text.slice(0,-2))
if(kind==="suffix"){const suffix=text.slice(2)
return path=>path.endsWith(suffix)||suffix.startsWith("/")&&path===suffix.slice(1)}try{const compiled=new RegExp(`${regex}$`)
return path=>compiled.test(path)}catch{return undefined}}class PatternSet{patterns
takesBack
constructor(patterns){this.patterns=patterns
this.takesBack=patterns.some(({negated:negated})=>negated)}test(path,folder){let matched=false
const verdicts=this.patterns.map((pattern,i)=>{let hit=folder?.[i]??false
if(!hit&&pattern.negated===matched)hit=pattern.matches(path)
if(hit)matched=!pattern.negated
return hit})
return{matched:matched,verdicts:verdicts}}matches(path,folder){let matched=false
for(const[i,pattern]of this.patterns.entries()){const hit=(folder?.[i]??false)||pattern.negated===matched&&pattern.matches(path)
if(hit)matched=!pattern.negated}return matched}mayTakeBack(folder){if(!this.takesBack)return false
const below=`${folder}/`
return this.patterns.some(({text:text,negated:negated})=>{if(!negated)return false
const plain=text.replace(/(\/\*\*)$/,"")
return/[*[\]?^\\]/.test(plain)||`${plain}/`.startsWith(below)})}}function parseIgnore(text,file){const problems=[]
const patterns=[]
const lines=[]
for(const[index,written]of withoutMark(text).split("\n").entries()){if(written.startsWith("#"))continue
const line=trim(written)
if(line==="")continue
const negated=line.startsWith("!")
const body=negated?trim(line.slice(1)):line
const cleaned=body===""?"":rootless(cleanPath(body))
const pattern=toPattern((negated?"!":"")+cleaned)
if(pattern==="empty")continue
if(pattern===undefined){problems.push({code:"dockerfile/ignore-pattern",message:cleaned===""?`illegal exclusion pattern: "!"`:`malformed pattern: ${line}`,at:{file:file,line:index+1},fix:cleaned===""?"write the pattern right after the !":"close every [ and put a \\ before a character that is meant as such"})
continue}patterns.push(pattern)
lines.push(index+1)}if(problems.length>0)throw new errors.yo(problems)
return{file:file,...toIgnore(patterns),lines:lines}}const ignoreNothing={...toIgnore([]),lines:[]}
function toIgnore(patterns){const set=new PatternSet(patterns)
return{patterns:set,ignores:path=>testWithParents(set,path)}}function testWithParents(set,path){let found={matched:false,verdicts:undefined}
for(let end=path.indexOf("/");;end=path.indexOf("/",end+1)){found=set.test(end<0?path:path.slice(0,end),found.verdicts)
if(end<0)return found.matched}}const rootless=path=>path.length>1&&path.startsWith("/")?path.slice(1):path
const gap=/[\t\v\f\r ]+/
function splitInstruction(line,escapeChar){const text=trim(line)
const space=gap.exec(text)
if(space===null)return{keyword:text,flags:[],rest:""}
const keyword=text.slice(0,space.index)
const{words:words,rest:rest}=leadingFlags(text.slice(space.index+space[0].length),escapeChar)
return{keyword:keyword,flags:words.map(toFlag),rest:trim(rest)}}function toFlag(word){const equals=word.indexOf("=")
return equals<0?{name:word.slice(2)}:{name:word.slice(2,equals),value:word.slice(equals+1)}}function leadingFlags(text,escapeChar){const words=[]
let at=0
for(;;){while(at<text.length&&isSpace(text[at]??""))at++
if(!text.startsWith("--",at))return{words:words,rest:text.slice(at)}
const{word:word,end:end}=flagWord(text,at,escapeChar)
at=end
if(word==="--")return{words:words,rest:text.slice(at)}
words.push(word)}}function flagWord(text,start,escapeChar){let word=""
let quote
let at=start
for(;at<text.length;at++){const char=text[at]??""
if(quote===undefined&&isSpace(char))break
if(quote===undefined&&(char==="'"||char==='"'))quote=char
else if(char===quote)quote=undefined
else if(char===escapeChar)word+=text[++at]??""
else word+=char}return{word:word,end:at}}function splitAtSpaces(text){return text===""?[]:text.split(gap)}function jsonWords(text){const start=trim(text)
if(!start.startsWith("["))return undefined
let value
try{value=JSON.parse(start)}catch{return undefined}if(!Array.isArray(value))return undefined
return value.every(item=>typeof item==="string")?value:"mixed"}function quotedWords(text,escapeChar){const words=[]
let word=""
let quote
let open=false
for(let at=0;at<text.length;at++){const char=text[at]??""
if(quote===undefined&&isSpace(char)){if(open)words.push(word)
word=""
open=false
continue}open=true
if(char===escapeChar&&quote!=="'"){const next=text[++at]
if(next!==undefined)word+=char+next
continue}if(quote===undefined&&(char==="'"||char==='"'))quote=char
else if(char===quote)quote=undefined
word+=char}if(open&&word!=="")words.push(word)
return words}function keyValues(text,keyword,escapeChar){const words=quotedWords(text,escapeChar)
const first=words[0]
if(first===undefined)return`${keyword} requires at least one argument`
if(!first.includes("=")){const space=gap.exec(text)
if(space===null)return`${keyword} must have two arguments`
return[{key:text.slice(0,space.index),value:text.slice(space.index+space[0].length)}]}const pairs=[]
for(const word of words){const equals=word.indexOf("=")
if(equals<0)return`can't find = in "${word}"; it must be of the form name=value`
if(equals===0)return`${keyword} names can not be blank`
pairs.push({key:word.slice(0,equals),value:word.slice(equals+1)})}return pairs}function csvFields(text){const fields=[]
let rest=text
for(;;){const found=/^(?:"((?:[^"]|"")*)"|([^",]*))(,|$)/.exec(rest)
if(found===null)return undefined
fields.push(found[1]?.replaceAll('""','"')??found[2]??"")
if(found[3]==="")return fields
rest=rest.slice(found[0].length)}}const keys={type:"type",from:"from",source:"source",src:"source",target:"target",dst:"target",destination:"target",id:"id"}
function readMounts(instruction){if(instruction.keyword!=="RUN")return[]
const mounts=[]
for(const{name:name,value:value}of instruction.flags){if(name!=="mount")continue
const fields=csvFields(value??"")
if(fields===undefined)return undefined
const mount={type:"bind",source:"",target:""}
for(const field of fields){const equals=field.indexOf("=")
if(equals<0)continue
const key=keys[field.slice(0,equals).toLowerCase()]
if(key!==undefined)mount[key]=field.slice(equals+1)}mounts.push(mount)}return mounts}var suggest=__webpack_require__(3929)
class SubstitutionError extends Error{}function expand(text,options){const lexer=new Lexer(text,options)
const{value:value,words:words}=lexer.until(undefined,lexer.keep)
return{value:value,words:words,unset:lexer.unset,unknown:lexer.unknown}}class Words{word=""
list=[]
add(text){for(const char of text){if(!isSpace(char))this.word+=char
else this.end()}}addRaw(text){this.word+=text}end(){if(this.word!=="")this.list.push(this.word)
this.word=""}}class Lexer{unset=new Set
unknown=new Set
keep
chars
options
at=0
constructor(text,options){this.chars=[...text]
this.options=options
this.keep=options.quotes==="keep"}until(stop,rawEscapes){let value=""
const words=new Words
const plain=this.options.text==="plain"
for(;;){const char=this.chars[this.at]
if(char===undefined){if(stop!==undefined)throw new SubstitutionError(`syntax error: missing '${stop}'`)
words.end()
return{value:value,words:words.list}}if(char===stop){this.at++
words.end()
return{value:value,words:words.list}}if(char==="$"){const found=this.dollar()
value+=found
words.add(found)}else if(!plain&&(char==="'"||char==='"')){const found=char==="'"?this.singleQuoted():this.doubleQuoted(rawEscapes)
value+=found
words.addRaw(found)}else if(char===this.options.escape){const next=this.chars[this.at+1]??""
this.at+=2
const found=(rawEscapes?char:"")+next
value+=found
words.addRaw(found)}else{this.at++
value+=char
words.add(char)}}}singleQuoted(){const end=this.chars.indexOf("'",this.at+1)
if(end<0)throw new SubstitutionError("unexpected end of statement while looking for matching single-quote")
const text=this.chars.slice(this.at+1,end).join("")
this.at=end+1
return this.keep?`'${text}'`:text}doubleQuoted(rawEscapes){let value=this.keep?'"':""
this.at++
for(;;){const char=this.chars[this.at]
if(char===undefined)throw new SubstitutionError("unexpected end of statement while looking for matching double-quote")
if(char==='"'){this.at++
return this.keep?`${value}"`:value}if(char==="$"){value+=this.dollar()
continue}this.at++
if(char!==this.options.escape){value+=char
continue}if(rawEscapes)value+=char
const next=this.chars[this.at]
if(next===undefined)continue
if(next==='"'||next==="$"||next===this.options.escape){this.at++
value+=next}else value+=char}}dollar(){this.at++
if(this.chars[this.at]!=="{"){const name=this.name()
if(name==="")return"$"
return this.keep?`$${name}`:this.valueOf(name)}this.at++
const first=this.chars[this.at]
if(first===undefined)throw new SubstitutionError("syntax error: missing '}'")
if(first==="{"||first==="}"||first===":")throw new SubstitutionError("syntax error: bad substitution")
const name=this.name()
const operator=this.chars[this.at++]
if(operator==="}")return this.keep?`\${${name}}`:this.valueOf(name)
if(operator==="/")return this.replace(name)
const colon=operator===":"
const action=colon?this.chars[this.at++]:operator
if(action===undefined)throw new SubstitutionError("syntax error: missing '}'")
if(!"+-?#%".includes(action))throw new SubstitutionError(`unsupported modifier (${colon?":":""}${action}) in substitution`)
const word=this.until("}",action==="#"||action==="%").value
if(this.keep)return`\${${name}${colon?":":""}${action}${word}}`
return this.modify(name,action,word,colon?"null-is-unset":"null-is-set")}modify(name,action,word,empty){const found=this.find(name)
const value=found.kind==="set"?found.value:""
const missing=found.kind!=="set"||value===""&&empty==="null-is-unset"
if(action==="-")return missing?word:value
if(action==="+")return missing?"":word
if(action==="?"){if(found.kind==="unknown"||!missing)return value
const why=found.kind==="unset"?"is not allowed to be unset":"is not allowed to be empty"
throw new SubstitutionError(`${name}: ${word||why}`)}const greedy=word.startsWith(action)
const pattern=greedy?word.slice(1):word
if(action==="#")return value.slice(shellPattern(pattern,greedy?"long":"short","^","").exec(value)?.[0].length??0)
const whole=shellPattern(pattern,"long","^","$")
const starts=Array.from({length:value.length+1},(_,i)=>greedy?i:value.length-i)
const start=starts.find(i=>whole.test(value.slice(i)))
return start===undefined?value:value.slice(0,start)}replace(name){const all=this.chars[this.at]==="/"
if(all)this.at++
const pattern=this.until("/",true).value
const replacement=this.until("}",true).value
if(this.keep)return`\${${name}/${pattern}/${replacement}}`
const value=this.valueOf(name)
const regex=shellPattern(pattern,"long","","",all?"gs":"s")
return value.replace(regex,()=>replacement)}valueOf(name){const found=this.find(name)
return found.kind==="set"?found.value:""}find(name){const found=this.options.lookup(name)
if(found.kind==="unset")this.unset.add(name)
if(found.kind==="unknown")this.unknown.add(name)
return found}name(){const first=this.chars[this.at]??""
if(/^[@*#?\-$!]$/.test(first)){this.at++
return first}const part=/^\d$/.test(first)?/^\d$/:/^[\p{L}\p{Nd}_]$/u
let name=""
for(let char=first;part.test(char);char=this.chars[this.at]??""){name+=char
this.at++}return name}}function shellPattern(pattern,stars,start,end,flags="s"){let out=""
const chars=[...pattern]
for(let i=0;i<chars.length;i++){const char=chars[i]??""
if(char==="*")out+=stars==="long"?".*":".*?"
else if(char==="?")out+="."
else if(char==="\\"){const next=chars[i+1]
if(next==="}"||next==="/")continue
if(next!=="*"&&next!=="?"&&next!=="\\")throw new SubstitutionError(`invalid escape '\\${next??""}'`)
out+=`\\${next}`
i++}else out+=char.replace(/[[\]{}.+()|^$]/,"\\$&")}return new RegExp(start+out+end,flags)}const directiveNames=new Set(["escape","syntax","check"])
const isComment=line=>trimStart(line).startsWith("#")
class LineReader{directives
problems=[]
escape
lines
continuation
at=0
constructor(text){const lines=withoutMark(text).split("\n")
if(lines.at(-1)==="")lines.pop()
this.lines=lines
this.directives=this.readDirectives()
const mark=this.directives.find(({name:name})=>name==="escape")?.value
this.escape=mark==="`"?"`":"\\"
this.continuation=this.escape==="`"?/(?<!`)`[ \t]*$/:/(?<!\\)\\[ \t]*$/}readDirectives(){const found=[]
for(const[index,text]of this.lines.entries()){const match=/^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(trimStart(stripEnd(text)))
const name=match?.[1]?.toLowerCase()
if(name===undefined||!directiveNames.has(name))break
const directive={name:name,value:match?.[2]??"",line:index+1}
if(found.some(other=>other.name===name))this.problems.push({message:`only one ${name} parser directive can be used`,line:directive.line})
if(name==="escape"&&!["`","\\"].includes(directive.value))this.problems.push({message:`invalid escape token '${directive.value}', it must be \` or \\`,line:directive.line})
found.push(directive)}return found}next(){let comments=[]
for(;this.at<this.lines.length;this.at++){const text=trimStart(stripEnd(this.lines[this.at]??""))
if(text.startsWith("#")){const comment=trim(text.slice(1))
if(comment==="")comments=[]
else comments.push(comment)}else if(text!=="")break}if(this.at>=this.lines.length)return undefined
const start=this.at
let{text:text,open:open}=this.cut(trimStart(stripEnd(this.lines[this.at++]??"")))
while(open&&this.at<this.lines.length){const more=stripEnd(this.lines[this.at++]??"")
if(isComment(more)||trimStart(more)==="")continue
const part=this.cut(more)
text+=part.text
open=part.open}const raw=this.lines.slice(start,this.at).map(stripEnd).join("\n")
return{text:text,line:start+1,endLine:this.at,raw:raw,comments:comments}}cut(line){const match=this.continuation.exec(line)
return match===null?{text:line,open:false}:{text:line.slice(0,match.index),open:true}}body(name,chomp){let content=""
for(let at=this.at;at<this.lines.length;at++){const line=this.lines[at]??""
const stripped=stripEnd(line)
if((chomp?stripped.replace(/^\t+/,""):stripped)===name){this.at=at+1
return{content:chomp?content.replace(/^\t+/gm,""):content,endLine:this.at}}content+=`${line}\n`}this.at=this.lines.length
return undefined}}const stripEnd=line=>line.replace(/\r+$/,"")
const keepAll={escape:"\\",lookup:()=>({kind:"unset"})}
function heredocStart(word){const match=/^\d*<<(-?)\s*([^<]+)$/.exec(word)
if(match===null)return undefined
try{const name=expand(match[2]??"",{...keepAll,lookup:keepName}).words
const raw=expand(match[2]??"",{...keepAll,quotes:"keep"}).words
if(name.length!==1||raw.length!==1)return undefined
const quotes=text=>text.replace(/[^'"]/g,"").length
return{name:name[0]??"",chomp:match[1]==="-",expand:quotes(name[0]??"")===quotes(raw[0]??"")}}catch{return undefined}}const keepName=name=>({kind:"set",value:`$${name}`})
function heredocStarts(line){if(!line.includes("<<"))return[]
try{const{words:words}=expand(line,{...keepAll,quotes:"keep"})
return words.flatMap(word=>heredocStart(word)??[])}catch{return[]}}const shapes={ADD:{shape:"list",flags:"chown chmod link? keep-git-dir? checksum unpack? exclude*"},ARG:{shape:"names",flags:""},CMD:{shape:"command",flags:""},COPY:{shape:"list",flags:"chown from chmod link? exclude* parents?"},ENTRYPOINT:{shape:"command",flags:""},ENV:{shape:"pairs",flags:""},EXPOSE:{shape:"words",flags:""},FROM:{shape:"words",flags:"platform"},HEALTHCHECK:{shape:"health",flags:"interval timeout start-period start-interval retries"},LABEL:{shape:"pairs",flags:""},MAINTAINER:{shape:"text",flags:""},ONBUILD:{shape:"trigger",flags:""},RUN:{shape:"command",flags:"mount* network security device*"},SHELL:{shape:"command",flags:""},STOPSIGNAL:{shape:"text",flags:""},USER:{shape:"text",flags:""},VOLUME:{shape:"list",flags:""},WORKDIR:{shape:"text",flags:""}}
const keywords=Object.keys(shapes)
function parseInstruction(line,escapeChar){const{keyword:written,flags:flags,rest:rest}=splitInstruction(line,escapeChar)
const keyword=written.toUpperCase()
const base={keyword:keyword,written:written,flags:flags,rest:rest,args:[],pairs:[],form:"shell"}
const known=shapes[keyword]
if(known===undefined)return{...base,unclear:`${written} is not an instruction this version knows`}
const wrong=checkFlags(flags,known.flags)
if(wrong!==undefined&&"message"in wrong)return wrong.message
const parsed=wrong===undefined?base:{...base,unclear:`${keyword} ${wrong.unclear}`}
if(rest===""&&keyword!=="RUN"&&keyword!=="CMD"&&keyword!=="ENTRYPOINT")return`${keyword} requires at least one argument`
switch(known.shape){case"pairs":{const pairs=keyValues(rest,keyword,escapeChar)
return typeof pairs==="string"?pairs:{...parsed,pairs:pairs}}case"names":return{...parsed,pairs:quotedWords(rest,escapeChar).map(toPair)}
case"text":return{...parsed,args:[rest]}
case"words":return keyword==="FROM"?checkFrom({...parsed,args:splitAtSpaces(rest)}):{...parsed,args:splitAtSpaces(rest)}
case"trigger":return checkTrigger(parsed,escapeChar)
case"health":return parseHealth(parsed)
case"list":case"command":{const json=jsonWords(rest)
if(json==="mixed")return"when using JSON array syntax, arrays must be comprised of strings only"
if(json!==undefined)return checkList({...parsed,args:json,form:"json"})
if(keyword==="SHELL")return"SHELL requires the arguments to be in JSON form"
const args=known.shape==="list"?splitAtSpaces(rest):rest===""?[]:[rest]
return checkList({...parsed,args:args})}default:return known.shape}}function toPair(word){const equals=word.indexOf("=")
return equals<0?{key:word}:{key:word.slice(0,equals),value:word.slice(equals+1)}}function checkFlags(flags,allowed){const known=new Map(allowed.split(" ").map(name=>[name.replace(/[*?]$/,""),name.at(-1)]))
const seen=new Set
let unclear
for(const{name:name,value:value}of flags){if(!known.has(name)||name===""){if(allowed==="")return{message:`unknown flag: --${name}`}
unclear??=`has the flag --${name}, which this version does not know`
continue}const kind=known.get(name)
if(seen.has(name)&&kind!=="*")return{message:`duplicate flag specified: --${name}`}
if(value===undefined&&kind!=="?"||value===""&&kind==="?")return{message:`missing a value on flag: --${name}`}
if(kind==="?"&&value!==undefined&&!/^(true|false)$/i.test(value))return{message:`expecting boolean value for flag --${name}, not: ${value}`}
seen.add(name)}return unclear===undefined?undefined:{unclear:unclear}}function checkFrom(parsed){const[,as,name]=parsed.args
if(parsed.args.length===1)return parsed
if(parsed.args.length!==3||as?.toLowerCase()!=="as")return"FROM requires either one or three arguments"
if(!/^[a-z][a-z0-9-_.]*$/.test(name?.toLowerCase()??""))return`invalid name for build stage: "${name}", name can't start with a number or contain symbols`
return parsed}function checkList(parsed){if(parsed.keyword!=="COPY"&&parsed.keyword!=="ADD")return parsed
if(parsed.args.length<2)return`${parsed.keyword} requires at least two arguments, but only one was provided: the destination is missing`
return heredocStart(parsed.args.at(-1)??"")===undefined?parsed:`${parsed.keyword} cannot accept a heredoc as a destination`}function checkTrigger(parsed,escapeChar){if(/^ONBUILD(?:\s|$)/i.test(parsed.rest))return"chaining ONBUILD via `ONBUILD ONBUILD` isn't allowed"
const inner=parseInstruction(parsed.rest,escapeChar)
if(typeof inner==="string")return inner
if(inner.keyword==="FROM"||inner.keyword==="MAINTAINER")return`${inner.keyword} isn't allowed as an ONBUILD trigger`
return inner.unclear===undefined?parsed:{...parsed,unclear:inner.unclear}}function parseHealth(parsed){const[,type="",command=""]=/^(\S+)\s*(.*)$/s.exec(parsed.rest)??[]
if(type.toUpperCase()==="NONE")return command===""?parsed:"HEALTHCHECK NONE takes no arguments"
if(type.toUpperCase()!=="CMD")return`unknown type "${type}" in HEALTHCHECK (try CMD)`
const json=jsonWords(command)
if(json==="mixed")return"when using JSON array syntax, arrays must be comprised of strings only"
if(command===""||json?.length===0)return"missing command after HEALTHCHECK CMD"
return json===undefined?{...parsed,args:[command]}:{...parsed,args:json,form:"json"}}function takesHeredocs(parsed,escapeChar){if(parsed.keyword==="ONBUILD"){const inner=parseInstruction(parsed.rest,escapeChar)
return typeof inner!=="string"&&takesHeredocs(inner,escapeChar)}return["ADD","COPY","RUN"].includes(parsed.keyword)&&parsed.form==="shell"}function parseDockerfile(text,file){const reader=new LineReader(text)
const problems=[]
const report=(message,line,fix)=>problems.push({code:"dockerfile/syntax",message:message,at:{file:file,line:line},...fix!==undefined&&{fix:fix}})
for(const{message:message,line:line}of reader.problems)report(message,line)
const syntax=reader.directives.find(({name:name})=>name==="syntax")
const instructions=[]
for(let line=reader.next();line!==undefined;line=reader.next()){const parsed=parseInstruction(line.text,reader.escape)
if(typeof parsed==="string"){report(parsed,line.line)
continue}if(!keywords.includes(parsed.keyword)&&syntax===undefined){const near=(0,suggest.p)(parsed.keyword,keywords)
report(`unknown instruction: ${parsed.written}`,line.line,near&&`did you mean ${near}?`)
continue}const heredocs=takesHeredocs(parsed,reader.escape)?readHeredocs(reader,line,report):[]
const endLine=heredocs.at(-1)?.endLine??line.endLine
instructions.push({...parsed,heredocs:heredocs,line:line.line,endLine:endLine,raw:line.raw,comments:line.comments})}const{globals:globals,stages:stages}=toStages(instructions,problems.length>0?()=>{}:report)
if(instructions.length===0&&problems.length===0)report("the Dockerfile holds no instructions",1)
else if(stages.length===0&&problems.length===0)report("the Dockerfile holds no FROM, so there is nothing to build",1)
if(problems.length>0)throw new errors.yo(problems)
return{file:file,text:text,escape:reader.escape,directives:reader.directives,globals:globals,stages:stages,instructions:instructions}}function readHeredocs(reader,line,report){const found=[]
for(const{name:name,chomp:chomp,expand:expand}of heredocStarts(line.text)){const body=reader.body(name,chomp)
if(body===undefined){report(`unterminated heredoc: no line "${name}" follows`,line.line)
break}found.push({name:name,expand:expand,line:line.line,...body})}return found}function toStages(instructions,report){const globals=[]
const stages=[]
for(const instruction of instructions){const stage=stages.at(-1)
if(instruction.keyword==="FROM"){const[from="",,name]=instruction.args
const platform=instruction.flags.find(flag=>flag.name==="platform")?.value
stages.push({index:stages.length,from:from,line:instruction.line,instruction:instruction,instructions:[],...name!==undefined&&{name:name.toLowerCase()},...platform!==undefined&&platform!==""&&{platform:platform}})}else if(stage!==undefined)stage.instructions.push(instruction)
else if(instruction.keyword==="ARG")globals.push(instruction)
else report(`${instruction.keyword} before the first FROM: only ARG may stand there`,instruction.line)}return{globals:globals,stages:stages}}var reference=__webpack_require__(7111)
class Scope{values
open
declared
constructor(values,kind,declared=new Set){this.values=new Map(values)
this.open=kind==="open"
this.declared=new Set(declared)}child(){return new Scope(this.values,this.open?"open":"closed",this.declared)}get(name){return this.values.get(name)??{kind:this.open?"unknown":"unset"}}known(){return Object.fromEntries([...this.values].flatMap(([name,found])=>found.kind==="set"?[[name,found.value]]:[]))}sets(name){return this.values.has(name)}declares(name){return this.declared.has(name)}declare(name){this.declared.add(name)}set(name,value){this.values.set(name,value)}}function expandIn(scope,text,escapeChar,options={}){try{const lookup=name=>scope.get(name)
return{kind:"expanded",...expand(text,{escape:escapeChar,lookup:lookup,...options})}}catch(error){if(error instanceof SubstitutionError)return{kind:"wrong",message:error.message}
throw error}}function showIn(scope,text,escapeChar){const lookup=name=>{const found=scope.get(name)
return found.kind==="unknown"?{kind:"set",value:`\${${name}}`}:found}
try{return expand(text,{escape:escapeChar,lookup:lookup}).value}catch(error){if(error instanceof SubstitutionError)return text
throw error}}function toVariable(outcome){if(outcome.kind==="wrong"||outcome.unknown.size>0)return{kind:"unknown"}
return{kind:"set",value:outcome.value}}function argValue({key:key,value:value},{args:args,volatile:volatile},globals,expandDefault){if(volatile.has(key))return{kind:"unknown"}
if(Object.hasOwn(args,key))return{kind:"set",value:args[key]??""}
if(value!==undefined)return expandDefault(value)
const global=globals?.get(key)
return global?.kind==="unset"?undefined:global}const proxies=["HTTP_PROXY","HTTPS_PROXY","FTP_PROXY","NO_PROXY","ALL_PROXY"]
const platformArgs=["PLATFORM","OS","OSVERSION","ARCH","VARIANT"].flatMap(name=>[`TARGET${name}`,`BUILD${name}`])
const predefined=new Set([...proxies,...proxies.map(name=>name.toLowerCase()),...platformArgs,"TARGETSTAGE","SOURCE_DATE_EPOCH"])
const isPredefined=name=>predefined.has(name)||name.startsWith("BUILDKIT_")
function platformVariables(platform,buildPlatform,target,{args:args}){const found=new Map([...of("TARGET",platform),...of("BUILD",buildPlatform)])
found.set("TARGETSTAGE",{kind:"set",value:target})
for(const name of found.keys())if(Object.hasOwn(args,name))found.set(name,{kind:"set",value:args[name]??""})
return found}function of(prefix,platform){const names=["PLATFORM","OS","ARCH","VARIANT","OSVERSION"].map(name=>prefix+name)
if(platform===undefined)return names.map(name=>[name,{kind:"unknown"}])
const normal=normalPlatform(platform)
const[os="",arch="",variant=""]=normal.split("/")
return[normal,os,arch,variant,""].map((value,i)=>[names[i]??"",{kind:"set",value:value}])}function normalPlatform(platform){const parts=platform.toLowerCase().split("/")
const[os="linux",arch="",variant]=parts.length===1?["linux",...parts]:parts
const name={aarch64:"arm64",x86_64:"amd64",armhf:"arm"}[arch]??arch
if(name==="arm64"&&(variant==="v8"||variant==="8"))return`${os}/${name}`
if(name==="amd64"&&variant==="v1")return`${os}/${name}`
if(name==="arm"&&variant===undefined)return`${os}/arm/v7`
return[os,name,variant].filter(part=>part!==undefined&&part!=="").join("/")}const maxLinks=255
const views=new WeakMap
function viewOf(root,ignore){const byIgnore=views.get(root)??new WeakMap
views.set(root,byIgnore)
const view=byIgnore.get(ignore)??new ContextView(root,ignore)
byIgnore.set(ignore,view)
return view}class ContextView{root
ignore
skip
folders=new Map
whole=new Map
partly=new Map
names
constructor(root,ignore){this.root=root
this.ignore=ignore
this.skip=root.entry.path===""?0:root.entry.path.length+1}path(node){return node.entry.path.slice(this.skip)}verdict(folder,parent){if(folder===this.root||parent===undefined)return{matched:false,verdicts:undefined}
const known=this.folders.get(folder)
if(known!==undefined)return known
const found=this.ignore.patterns.test(this.path(folder),this.folders.get(parent)?.verdicts)
this.folders.set(folder,found)
return found}visible(node,parent){if(node.children===undefined)return!this.ignore.patterns.matches(this.path(node),this.folders.get(parent)?.verdicts)
const{matched:matched}=this.verdict(node,parent)
if(!matched)return true
const known=this.partly.get(node)
if(known!==undefined)return known
const found=this.ignore.patterns.mayTakeBack(this.path(node))&&[...node.children.values()].some(child=>this.visible(child,node))
this.partly.set(node,found)
return found}follow(parts){const links=[]
let outside
let chain=[this.root]
const rest=parts.map(name=>({name:name})).reverse()
for(let next=rest.pop();next!==undefined;next=rest.pop()){if(next.name===""||next.name===".")continue
if(next.name===".."){if(chain.length===1)outside??=next.link
else chain.pop()
continue}const here=chain.at(-1)??this.root
const node=here.children?.get(next.name)
if(node===undefined)return{kind:"missing",links:links,...outside&&{outside:outside}}
if(!this.visible(node,here))return{kind:"ignored",links:links,...this.hider(node,here),...outside&&{outside:outside}}
if(node.entry.kind!=="symlink"){chain.push(node)
continue}if(links.length>=maxLinks)return{kind:"loop",links:links}
links.push(node.entry)
const target=node.entry.target??""
if(target.startsWith("/")){outside??=node.entry
chain=[this.root]}rest.push(...target.split("/").map(name=>({name:name,link:node.entry})).reverse())}return{kind:"found",node:chain.at(-1)??this.root,links:[...new Set(links)]}}hider(node,parent){const{verdicts:verdicts}=this.ignore.patterns.test(this.path(node),this.folders.get(parent)?.verdicts)
const index=verdicts.lastIndexOf(true)
const pattern=this.ignore.patterns.patterns[index]
if(pattern===undefined)return{}
return{by:`${this.ignore.file??"the ignore file"}:${this.ignore.lines[index]??""} (${pattern.text})`}}glob(parts){const first=parts.findIndex(hasWildcards)
const start=this.follow(parts.slice(0,first))
if(start.kind!=="found")return undefined
const base=this.path(start.node).split("/").filter(Boolean)
const rest=parts.slice(first)
const matches=rest.some(part=>part.includes("["))?this.globAnywhere(start.node,rest.join("/")):this.globByPart(start.node,rest)
return matches.map(found=>[...base,...found])}globByPart(folder,[part,...rest]){const regex=globRegex(part??"")
const found=[]
for(const child of folder.children?.values()??[]){if(!regex?.test(child.name)||!this.visible(child,folder))continue
if(rest.length===0)found.push([child.name])
else found.push(...this.globByPart(child,rest).map(below=>[child.name,...below]))}return found}globAnywhere(folder,pattern){const regex=globRegex(pattern)
const found=[]
const walk=(node,above)=>{for(const child of node.children?.values()??[]){if(!this.visible(child,node))continue
const path=[...above,child.name]
if(regex?.test(path.join("/")))found.push(path)
else walk(child,path)}}
walk(folder,[])
return found}folder(parts){let node=this.root
for(const part of parts)node=node?.children?.get(part)
return node?.children===undefined?[]:[node.entry]}below(node,excludes,include){if(node.children===undefined)return[node.entry]
const plain=(excludes===undefined||excludes.patterns.length===0)&&include===undefined
const known=plain?this.whole.get(node):undefined
if(known!==undefined)return known
const entries=[]
const skip=node.entry.path===""?0:node.entry.path.length+1
const filters=[excludes?.patterns.length?{set:excludes,want:false}:[],include?{set:include,want:true}:[]].flat()
this.collect(node,entries,skip,filters,filters.map(()=>undefined))
entries.sort((a,b)=>a.path<b.path?-1:a.path>b.path?1:0)
if(plain)this.whole.set(node,entries)
return entries}collect(folder,into,skip,filters,above){let some=false
const ignored=this.folders.get(folder)?.verdicts
for(const child of folder.children?.values()??[]){const path=child.entry.path.slice(skip)
if(child.children===undefined){if(this.ignore.patterns.matches(this.path(child),ignored))continue
if(filters.some(({set:set,want:want},i)=>set.matches(path,above[i])!==want))continue
into.push(child.entry)
some=true
continue}const{matched:matched}=this.verdict(child,folder)
if(matched&&!this.ignore.patterns.mayTakeBack(this.path(child)))continue
const answers=filters.map(({set:set},i)=>set.test(path,above[i]))
const passes=!matched&&filters.every(({want:want},i)=>answers[i]?.matched===want)
into.push(child.entry)
const any=this.collect(child,into,skip,filters,answers.map(({verdicts:verdicts})=>verdicts))
if(!any&&!passes)into.pop()
some||=any||passes}return some}byName(){if(this.names!==undefined)return this.names
const names=new Map
const walk=folder=>{for(const child of folder.children?.values()??[]){if(!this.visible(child,folder))continue
const key=child.name.toLowerCase()
const known=names.get(key)
if(known===undefined)names.set(key,[this.path(child)])
else known.push(this.path(child))
walk(child)}}
walk(this.root)
this.names=names
return names}}function meantPath(view,parts){const name=parts.at(-1)
if(name===undefined)return undefined
const same=view.byName().get(name.toLowerCase())??[]
const best=[...same].sort((a,b)=>shared(b,parts)-shared(a,parts)||a.length-b.length||(a<b?-1:1))[0]
return best??alike(view,parts.slice(0,-1),name)}function shared(path,parts){const[a,b]=[path.split("/").reverse(),[...parts].reverse()]
const end=a.findIndex((part,i)=>part!==b[i])
return end<0?a.length:end}function alike(view,folder,name){const found=view.follow(folder)
if(found.kind!=="found")return undefined
const near=(0,suggest.p)(name,found.node.children?.keys()??[])
const prefix=view.path(found.node)
return near===undefined||prefix===""?near:`${prefix}/${near}`}const made=new WeakMap
function toTree(entries){if("entry"in entries)return entries
const known=made.get(entries)
if(known!==undefined)return known
const list=entries instanceof Map?entries.values():entries
const tree=buildTree(list)
made.set(entries,tree)
return tree}function buildTree(entries){const root={name:"",entry:folder(""),children:new Map}
let parent=root
let parentPath=""
const folders=new Map([["",root]])
const folderAt=path=>{const known=folders.get(path)
if(known!==undefined)return known
const slash=path.lastIndexOf("/")
const above=folderAt(slash<0?"":path.slice(0,slash))
const name=path.slice(slash+1)
const node=above.children?.get(name)??{name:name,entry:folder(path),children:undefined}
node.children??=new Map
above.children?.set(name,node)
folders.set(path,node)
return node}
for(const entry of entries){const slash=entry.path.lastIndexOf("/")
const above=slash<0?"":entry.path.slice(0,slash)
if(above!==parentPath)[parent,parentPath]=[folderAt(above),above]
if(entry.kind==="dir")folderAt(entry.path).entry=entry
else{const name=entry.path.slice(slash+1)
parent.children?.set(name,{name:name,entry:entry,children:undefined})}}for(const node of folders.values())if(!isSorted(node.children))node.children=sorted(node.children)
return root}const folder=path=>({path:path,kind:"dir",executable:false})
function isSorted(children){let last=""
for(const name of children?.keys()??[]){if(name<last)return false
last=name}return true}function sorted(children){return new Map([...children??[]].sort(([a],[b])=>a<b?-1:a>b?1:0))}function nodeAt(tree,path){let node=toTree(tree)
for(const name of path.split("/")){if(name===""||name===".")continue
node=node?.children?.get(name)}return node}function subtree(tree,path){const node=nodeAt(tree,path)
return node?.children===undefined?undefined:node}function selectFiles(trace,tree,ignore,{context:context=""}={}){const view=viewOf(toTree(tree),ignore??ignoreNothing)
const problems=[]
const inputs=trace.inputs.filter(input=>input.context===context).map(input=>({input:input,entries:selectInput(input,view,trace.file,problems)}))
return{inputs:inputs,problems:problems}}function selectInput(input,view,file,problems){const found=[]
const excludes=toPatterns(input.excludes)
const report=problem=>problems.push({...problem,at:{file:file,line:input.line}})
if(excludes===undefined)report({code:"dockerfile/source-pattern",message:`${input.label}: malformed pattern in --exclude`})
for(const source of input.sources){const literal=input.kind==="mount"||!hasWildcards(source)
if(!literal&&globRegex(source)===undefined){report({code:"dockerfile/source-pattern",message:`${input.label}: malformed pattern "${source}"`})
continue}if(input.parents)found.push(...withParents(source,view,excludes,report))
else{const paths=literal?[contextParts(source)]:expandGlob(source,view,report)
for(const parts of paths)found.push(...bring(parts,source,literal,view,excludes,report))
if(!literal)found.push(paths.flatMap(parts=>view.folder(parts)))}}const[first]=found
if(found.length<=1)return checked(first??[],report)
const unique=new Map(found.flat().map(entry=>[entry.path,entry]))
return checked([...unique.values()].sort((a,b)=>a.path<b.path?-1:1),report)}function bring(parts,source,literal,view,excludes,report){const found=view.follow(parts[0]===".git"?[".git"]:parts)
if(found.kind==="found"){const below=view.below(found.node,excludes)
return found.links.length===0?[below]:[found.links,below]}if(found.kind==="loop")report({code:"dockerfile/link-loop",message:`${source}: too many symbolic links, they lead to each other`})
else if(found.outside!==undefined)report({code:"dockerfile/link-outside",message:`${found.outside.path} is a symbolic link that leaves the build context (-> ${found.outside.target})`,fix:"copy what it points at into the context, or make the context larger"})
else if(found.kind==="ignored")report({code:"dockerfile/ignored-source",message:`${source} is left out of the build context${found.by===undefined?"":` by ${found.by}`}`,fix:`add the line !${parts.join("/")} to the ignore file, or take the pattern out`})
else if(literal){const meant=meantPath(view,parts)
report({code:"dockerfile/missing-source",message:`${source} does not exist in the build context`,...meant!==undefined&&{fix:`did you mean ${meant}?`}})}return[found.links]}function expandGlob(source,view,report){const parts=contextParts(source)
const found=view.glob(parts)
if(found!==undefined)return found
const plain=parts.slice(0,parts.findIndex(hasWildcards))
bring(plain,plain.join("/"),true,view,undefined,report)
return[]}function withParents(source,view,excludes,report){const pivot=source.indexOf("/./")
const base=pivot<0?"/":source.slice(0,pivot)
const pattern=contextParts(pivot<0?source:source.slice(pivot+3)).join("/")
const include=toPatterns([pattern])
const bases=hasWildcards(base)?expandGlob(base,view,report):[contextParts(base)]
const found=[]
for(const parts of bases){const start=view.follow(parts)
if(start.kind!=="found"){found.push(...bring(parts,base,!hasWildcards(base),view,excludes,report))
continue}found.push(start.links,view.below(start.node,excludes,pattern===""?undefined:include))}const literal=!hasWildcards(source)
if(literal&&found.every(entries=>entries.length===0))found.push(...bring(contextParts(source),source,true,view,excludes,report))
return found}function toPatterns(lines){const patterns=lines.map(toPattern).filter(pattern=>pattern!=="empty")
const sound=patterns.filter(pattern=>pattern!==undefined)
return sound.length===patterns.length?new PatternSet(sound):undefined}function checked(entries,report){for(const{kind:kind,path:path,unreadable:unreadable}of entries)if(unreadable!==undefined)report({code:"dockerfile/unreadable",message:`${path} cannot be read`,why:unreadable})
else if(kind==="other")report({code:"dockerfile/special-file",message:`${path} is neither a file nor a folder nor a link`,fix:"delete it, or name it in the ignore file"})
return entries}const noFacts={ports:[],labels:{},env:{}}
function withInstruction(facts,instruction,read){const{keyword:keyword,args:args,form:form,line:line}=instruction
const text=args[0]??""
const command={value:{form:form,words:args},line:line}
switch(keyword){case"USER":return{...facts,user:{value:read(text),line:line}}
case"WORKDIR":{const path=read(text)
const above=facts.workdir?.value??"/"
return{...facts,workdir:{value:path.startsWith("/")?path:`${above.replace(/\/$/,"")}/${path}`,line:line}}}case"SHELL":return{...facts,shell:{value:args,line:line}}
case"CMD":return{...facts,cmd:command}
case"ENTRYPOINT":return{...facts,entrypoint:command}
case"HEALTHCHECK":{const kind=args.length===0?"none":form==="json"?"exec":"shell"
return{...facts,healthcheck:{value:{kind:kind,words:args},line:line}}}case"EXPOSE":return{...facts,ports:[...facts.ports,...args.flatMap(arg=>toPorts(read(arg))).map(value=>({value:value,line:line}))]}
case"LABEL":case"ENV":{const pairs=instruction.pairs.map(({key:key,value:value})=>[read(key),{value:read(value??""),line:line}])
const name=keyword==="LABEL"?"labels":"env"
return{...facts,[name]:{...facts[name],...Object.fromEntries(pairs)}}}default:return facts}}function toPorts(text){const match=/^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/i.exec(text)
const first=Number(match?.[1])
const last=Number(match?.[2]??match?.[1])
if(match===null||last<first||last>65535)return[]
const protocol=match[3]?.toLowerCase()==="udp"?"udp":"tcp"
return Array.from({length:last-first+1},(_,i)=>({port:first+i,protocol:protocol}))}const isPlatform=/^[\w.-]+(?:\/[\w.-]+){0,2}$/
function resolveStages(dockerfile,globals,names,report){const byName=new Map
const toOrigin=ref=>{if(ref==="scratch")return{kind:"scratch"}
const name=(0,reference.p)(ref)
return names.has(name)?{kind:"named",name:name,ref:ref}:{kind:"image",ref:ref}}
const stages=dockerfile.stages.map(stage=>{const read=(text,what)=>{const found=expandIn(globals,text,dockerfile.escape)
if(found.kind==="wrong")report.problem(`${what} ${text}: ${found.message}`,stage.line)
else if(found.unknown.size>0&&what!=="FROM")return""
else if(found.unknown.size>0)report.unclear(`${what} ${text}: the value of ${[...found.unknown].join(", ")} is not known`,stage.line)
else if(found.value==="")report.problem(`${what} ${text} comes to nothing: ${[...found.unset].join(", ")} is not set`,stage.line)
return found.kind==="wrong"?"":found.value}
const from=read(stage.from,"FROM")
const platform=stage.platform===undefined?undefined:read(stage.platform,"FROM --platform")
if(platform!==undefined&&platform!==""&&!isPlatform.test(platform))report.problem(`FROM --platform=${stage.platform}: ${platform} is no platform`,stage.line)
const earlier=byName.get(from)
const stageInOtherCase=byName.has(from.toLowerCase())
if(earlier===undefined&&from!==""&&!(0,reference.A)(from))report.problem(`FROM ${from}: that is no image reference`,stage.line,stageInOtherCase?`write ${from.toLowerCase()}: names of stages are kept in lower case`:undefined)
const replaced=stage.name!==undefined&&names.has(stage.name)
const base=replaced?{kind:"named",name:stage.name??"",ref:stage.name??""}:earlier!==undefined?{kind:"stage",stage:earlier}:toOrigin(from)
if(stage.name!==undefined)byName.set(stage.name,stage.index)
return{stage:stage,base:base,...platform!==undefined&&{platform:platform}}})
return{stages:stages,origin:(from,inStage,numbers)=>{const index=numbers==="allowed"&&/^[+-]?\d+$/.test(from)?Number(from):byName.get(from.toLowerCase())
if(index===undefined)return(0,reference.A)(from)?toOrigin(from):"that is no image reference, nor a stage"
if(index<0||index>=stages.length)return`there is no stage ${from}`
if(index===inStage)return`stage ${from} takes from itself`
if(index>inStage)return`stage ${from} comes later: it has to be defined before it is used`
return{kind:"stage",stage:index}},find:target=>target===undefined?stages.length-1:byName.get(target.toLowerCase())}}function reachable(graph,target,uses){const found=new Set
const visit=index=>{if(found.has(index))return
found.add(index)
const base=graph.stages[index]?.base
if(base?.kind==="stage")visit(base.stage)
for(const used of uses(index))visit(used)}
visit(target)
return[...found].sort((a,b)=>a-b)}function fromNames(instruction,mounts){const from=instruction.flags.find(({name:name})=>name==="from")?.value
if(instruction.keyword==="COPY")return from===undefined||from===""?[]:[from]
return mounts.flatMap(mount=>mount.from===undefined||mount.from===""?[]:[mount.from])}class Notes{inputs=[]
images=[]
named=[]
urls=[]
secrets=new Set
ssh=new Set
declared=new Set
wholeContext=[]
unset=[]
steps=[]
problems=[]
file
constructor(file){this.file=file}problem(code,message,line,fix){const at={file:this.file,line:line}
this.problems.push({code:code,message:message,at:at,...fix!==undefined&&{fix:fix}})}unclear(reason,line){this.wholeContext.push({reason:reason,line:line})}}function entire(kind,label,context,line,stage){return{kind:kind,label:label,context:context,sources:["/"],excludes:[],parents:false,oneMode:false,line:line,stage:stage}}class Reader{escape
buildArgs
notes
constructor(escapeChar,buildArgs,notes){this.escape=escapeChar
this.buildArgs=buildArgs
this.notes=notes}read(scope,text,instruction,stage){const found=expandIn(scope,text,this.escape)
const{keyword:keyword,line:line}=instruction
if(found.kind==="wrong"){this.notes.problem("dockerfile/expansion",`${keyword} ${text}: ${found.message}`,line)
return undefined}const known=name=>scope.declares(name)||scope.sets(name)
for(const name of found.unset)if(!known(name))this.notes.unset.push({name:name,keyword:keyword,line:line,stage:stage,certainty:"sure"})
for(const name of found.unknown)if(!known(name))this.notes.unset.push({name:name,keyword:keyword,line:line,stage:stage,certainty:"maybe"})
return found.unknown.size>0?undefined:found.value}path(scope,text,instruction,stage){const before=this.notes.problems.length
const found=this.read(scope,text,instruction,stage)
if(found===undefined&&this.notes.problems.length===before)this.notes.unclear(`${instruction.keyword} ${text} depends on a value that is not known`,instruction.line)
return found}show(scope,text,instruction,stage){return this.read(scope,text,instruction,stage)??showIn(scope,text,this.escape)}peek(scope,text){return showIn(scope,text,this.escape)}arg(instruction,scope,globals){for(const pair of instruction.pairs){scope.declare(pair.key)
if(!isPredefined(pair.key))this.notes.declared.add(pair.key)
const value=argValue(pair,this.buildArgs,globals,text=>expandIn(scope,text,this.escape))
if(value===undefined)continue
if(value.kind==="wrong")this.notes.problem("dockerfile/expansion",`ARG ${pair.key}: ${value.message}`,instruction.line)
scope.set(pair.key,isOutcome(value)?toVariable(value):value)}}env(instruction,scope){const values=instruction.pairs.map(({key:key,value:value})=>{const name=expandIn(scope,key,this.escape)
return[name.kind==="wrong"?key:name.value,toVariable(expandIn(scope,value??"",this.escape))]})
for(const[key,value]of values)scope.set(key,value)}}const isOutcome=value=>value.kind==="expanded"||value.kind==="wrong"
function sourceKind(source){const web=/^https?:\/\/[^#?]*/i.exec(source)
if(web!==null)return web[0].endsWith(".git")?"git":"http"
if(/^(?:git|ssh):\/\//i.test(source))return"git"
return/^[a-zA-Z0-9-_]+@[a-zA-Z0-9-.]+:.+/.test(source)?"git":"local"}function isPinned(source,kind,checksum){if(checksum!==undefined&&checksum!=="")return true
return kind==="git"&&/[#?&](?:[^#]*=)?[0-9a-f]{40}(?:[0-9a-f]{24})?(?:[:&]|$)/.test(source)}function writtenSources(instruction){return instruction.args.slice(0,-1).filter(arg=>heredocStart(arg)===undefined)}const flagValue=(instruction,flag)=>instruction.flags.find(({name:name})=>name===flag)?.value
const flagValues=(instruction,flag)=>instruction.flags.flatMap(({name:name,value:value})=>name===flag&&value!==undefined?[value]:[])
const flagOn=(instruction,flag)=>instruction.flags.some(({name:name,value:value})=>name===flag&&value?.toLowerCase()!=="false")
class Taker{graph
reader
notes
platform
constructor(graph,reader,notes,platform){this.graph=graph
this.reader=reader
this.notes=notes
this.platform=platform}copy(instruction,scope,stage){const{keyword:keyword,line:line}=instruction
const written=writtenSources(instruction)
if(written.length===0)return
const from=keyword==="COPY"?flagValue(instruction,"from"):undefined
const context=from===undefined||from===""?"":this.takesFrom(instruction,from,stage)
if(context===undefined)return
const sources=[]
for(const text of written){const path=this.reader.path(scope,text,instruction,stage)
if(path===undefined){if(context!=="")sources.push("/")
continue}const kind=keyword==="ADD"?sourceKind(path):"local"
if(kind==="local")sources.push(path)
else this.url(instruction,kind,path,scope,stage)}if(sources.length===0)return
this.notes.inputs.push({kind:keyword==="ADD"?"add":"copy",label:[keyword,...context===""?[]:[`--from=${from}`],...sources].join(" "),context:context,sources:sources,excludes:flagValues(instruction,"exclude"),parents:flagOn(instruction,"parents"),oneMode:/^[0-7]{3,4}$/.test(flagValue(instruction,"chmod")??""),line:line,stage:stage})}url(instruction,kind,url,scope,stage){const written=flagValue(instruction,"checksum")
const checksum=written===undefined?undefined:this.reader.read(scope,written,instruction,stage)
const pinned=isPinned(url,kind,checksum)
this.notes.urls.push({kind:kind,url:url,pinned:pinned,line:instruction.line,stage:stage,...checksum!==undefined&&{checksum:checksum}})}mounts(instruction,scope,stage){const mounts=readMounts(instruction)
const{line:line}=instruction
if(mounts===undefined){this.notes.unclear("RUN --mount could not be read",line)
return}for(const mount of mounts){const from=mount.from??""
const context=from===""?"":this.takesFrom(instruction,from,stage)
const type=this.reader.read(scope,mount.type,instruction,stage)?.toLowerCase()
const text=written=>this.reader.read(scope,written,instruction,stage)??written
if(type==="secret")this.notes.secrets.add(text(mount.id||mount.source||mount.target.replace(/^.*\//,"")))
else if(type==="ssh")this.notes.ssh.add(text(mount.id||mount.source||"default"))
else if(type!==undefined&&!["bind","cache","tmpfs"].includes(type))this.notes.unclear(`RUN --mount=type=${type} is not a mount this version knows`,line)
else if(context!==undefined&&(type==="bind"||type==="cache"&&from!=="")){const source=this.reader.path(scope,mount.source,instruction,stage)??""
const label=["RUN --mount",...from===""?[]:[`from=${from}`],source||"."].join(" ")
this.notes.inputs.push({...entire("mount",label,context,line,stage),sources:[source||"/"]})}else if(type===undefined)this.notes.unclear(`RUN --mount=type=${mount.type} is not known`,line)}}takesFrom(instruction,from,stage){const{keyword:keyword,line:line}=instruction
const use=keyword==="COPY"?"COPY":"RUN"
if(from.includes("$")){const fix="give the image a stage of its own: FROM with a variable is allowed"
this.notes.problem("dockerfile/from",`${keyword} from=${from}: variables are not expanded here`,line,fix)
return undefined}const origin=this.graph.origin(from,stage,use==="COPY"?"allowed":"not allowed")
if(typeof origin==="string")this.notes.problem("dockerfile/from",`${keyword} from=${from}: ${origin}`,line)
else if(origin.kind==="image")this.notes.images.push({ref:origin.ref,platform:"target",platformName:this.platform,use:use,line:line,stage:stage})
else if(origin.kind==="named"){this.notes.named.push({name:origin.name,ref:origin.ref,use:use,line:line,stage:stage})
return origin.name}return undefined}}const knownFrontends=/^(?:docker\/dockerfile(?:-upstream)?|moby\/dockerfile)(?:[:@]|$)/
class Tracer{dockerfile
options
notes
reader
globals
graph
taker
known=new Map
scopes=new Map
facts=new Map
constructor(dockerfile,options){this.dockerfile=dockerfile
this.options=options
const{args:args,volatile:volatile=new Set,names:names=new Set,platform:platform}=options
this.notes=new Notes(dockerfile.file)
this.reader=new Reader(dockerfile.escape,{args:args,volatile:volatile},this.notes)
this.globals=this.readGlobals({args:args,volatile:volatile})
this.graph=resolveStages(dockerfile,this.globals,names,{problem:(message,line,fix)=>this.notes.problem("dockerfile/from",message,line,fix),unclear:(reason,line)=>this.notes.unclear(reason,line)})
this.taker=new Taker(this.graph,this.reader,this.notes,normalPlatform(platform))}run(){this.syntax()
const target=this.target()
const order=reachable(this.graph,target,stage=>this.uses(stage))
for(const index of order)this.stage(this.stageAt(index))
const{inputs:inputs,images:images,named:named,urls:urls,secrets:secrets,ssh:ssh,declared:declared,wholeContext:wholeContext,unset:unset,steps:steps,problems:problems}=this.notes
const[unclear]=wholeContext
if(unclear!==undefined)inputs.push(entire("context","the whole context","",unclear.line??1,target))
return{file:this.dockerfile.file,stages:order.map(index=>tracedStage(this.stageAt(index))),inputs:inputs,images:images,named:named,urls:urls,secrets:[...secrets].sort(),ssh:[...ssh].sort(),declaredArgs:[...declared].sort(),wholeContext:wholeContext,unset:unset,steps:steps,final:this.final(target),problems:problems}}stageAt(index){const found=this.graph.stages[index]
if(found===undefined)throw new Error(`no stage ${index}`)
return found}syntax(){const directive=this.dockerfile.directives.find(({name:name})=>name==="syntax")
const ref=directive?.value.split(" ")[0]
if(directive===undefined||ref===undefined)return
this.notes.images.push({ref:ref,platform:"build",use:"syntax",line:directive.line})
if(!knownFrontends.test((0,reference.p)(ref)))this.notes.unclear(`# syntax=${ref} is not Docker's own frontend`,directive.line)}readGlobals(buildArgs){const{platform:platform,buildPlatform:buildPlatform,target:target}=this.options
const name=target??this.dockerfile.stages.at(-1)?.name??"default"
const scope=new Scope(platformVariables(platform,buildPlatform,name,buildArgs),"closed")
for(const instruction of this.dockerfile.globals)this.reader.arg(instruction,scope,undefined)
return scope}target(){const{target:target}=this.options
const found=this.graph.find(target)
if(found!==undefined)return found
const near=(0,suggest.p)(target??"",this.dockerfile.stages.flatMap(({name:name})=>name??[]))
const message=`there is no stage "${target}" in ${this.dockerfile.file}`
this.notes.problem("dockerfile/target",message,1,near&&`did you mean ${near}?`)
return this.graph.stages.length-1}instructions({stage:stage,base:base,...rest}){const known=this.known.get(stage.index)
if(known!==undefined)return known
const triggers=[]
if(base.kind==="stage"){for(const parent of this.stageAt(base.stage).stage.instructions)if(parent.keyword==="ONBUILD")triggers.push(...this.trigger(parent.rest,parent))}else{const texts=base.kind==="named"?this.options.triggers?.(base.name):this.config({stage:stage,base:base,...rest})?.onbuild
for(const text of texts??[])triggers.push(...this.trigger(text,{...stage.instruction,heredocs:[]}))}const all=[...triggers,...stage.instructions]
this.known.set(stage.index,all)
return all}trigger(text,from){const parsed=parseInstruction(text,this.dockerfile.escape)
if(typeof parsed!=="string")return[{...from,...parsed}]
this.notes.unclear(`ONBUILD ${text}: ${parsed}`,from.line)
return[]}config(resolved){if(resolved.base.kind!=="image")return undefined
return this.options.baseConfig?.(resolved.base.ref,this.platformOf(resolved).platformName)}uses(index){return this.instructions(this.stageAt(index)).flatMap(instruction=>fromNames(instruction,readMounts(instruction)??[]).flatMap(from=>{const origin=this.graph.origin(from,index,instruction.keyword==="COPY"?"allowed":"not allowed")
return typeof origin!=="string"&&origin.kind==="stage"?[origin.stage]:[]}))}stage(resolved){this.base(resolved)
const{base:base,stage:stage}=resolved
const scope=this.scopeOf(resolved)
let facts=base.kind==="stage"&&this.facts.get(base.stage)||noFacts
let ownCommand=false
for(const instruction of this.instructions(resolved)){const{keyword:keyword,unclear:unclear,line:line}=instruction
if(unclear!==undefined)this.notes.unclear(unclear,line)
facts=withInstruction(facts,instruction,text=>this.reader.show(scope,text,instruction,stage.index))
ownCommand||=keyword==="CMD"
if(keyword==="ENTRYPOINT"&&!ownCommand){const{cmd:cmd,...rest}=facts
facts=rest}if(keyword==="ARG")this.reader.arg(instruction,scope,this.globals)
else if(keyword==="ENV")this.reader.env(instruction,scope)
else if(keyword==="COPY"||keyword==="ADD")this.taker.copy(instruction,scope,stage.index)
else if(keyword==="RUN")this.taker.mounts(instruction,scope,stage.index)
if(keyword==="COPY"||keyword==="ADD"||keyword==="RUN")this.notes.steps.push({stage:stage.index,instruction:instruction,workdir:facts.workdir?.value??"/",paths:keyword==="RUN"?[]:instruction.args.map(arg=>this.reader.peek(scope,arg)),variables:keyword==="RUN"?scope.known():{}})}this.scopes.set(stage.index,scope)
this.facts.set(stage.index,facts)}base(resolved){const{base:base,stage:stage}=resolved
const where={use:"FROM",line:stage.line,stage:stage.index}
if(base.kind==="image"){this.notes.images.push({ref:base.ref,...this.platformOf(resolved),...where})}else if(base.kind==="named"){this.notes.named.push({name:base.name,ref:base.ref,...where})
this.notes.inputs.push(entire("base",`FROM ${base.ref}`,base.name,stage.line,stage.index))}}scopeOf(resolved){const{base:base}=resolved
if(base.kind==="stage")return this.scopes.get(base.stage)?.child()??new Scope([],"open")
if(base.kind==="scratch")return new Scope([],"closed")
const config=this.config(resolved)
const env=Object.entries(config?.env??{}).map(([name,value])=>[name,{kind:"set",value:value}])
return new Scope(env,config===undefined?"open":"closed")}platformOf({stage:stage,platform:platform}){const written=stage.platform
if(written===undefined)return{platform:"target",platformName:normalPlatform(this.options.platform)}
const kind=/\$\{?BUILD/.test(written)?"build":/\$\{?TARGET/.test(written)?"target":"explicit"
if(platform===undefined||platform==="")return{platform:kind}
return{platform:kind,platformName:normalPlatform(platform)}}final(target){const chain=[target]
let base=this.stageAt(target).base
while(base.kind==="stage"){chain.push(base.stage)
base=this.stageAt(base.stage).base}const{line:line}=this.stageAt(target).stage
return{...this.facts.get(target)??noFacts,stage:target,chain:chain,base:base,line:line}}}function tracedStage({stage:stage,base:base,platform:platform}){const{index:index,name:name,line:line}=stage
return{index:index,base:base,line:line,...name!==undefined&&{name:name},...platform!==undefined&&{platform:platform}}}function traceInputs(dockerfile,options){return new Tracer(dockerfile,options).run()}},7111:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{A:()=>isReference,p:()=>imageKey})
var _registry_reference_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9554)
function imageKey(ref){const read=(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__.Wf)(ref)
return read.kind==="reference"?(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__.hG)(read.reference):ref}const isReference=ref=>(0,_registry_reference_js__WEBPACK_IMPORTED_MODULE_0__.Wf)(ref).kind==="reference"},2787:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{_:()=>repositoryOf})
function repositoryOf(ref){const plain=ref.split("@",1)[0]??ref
const colon=plain.lastIndexOf(":")
return colon>plain.lastIndexOf("/")?plain.slice(0,colon):plain}},7898:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{T:()=>subjectsText,Z:()=>subjectsOf})
var _documents_reference_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(2787)
function subjectsOf(result){if(result.kind==="lucid.build")return result.images.flatMap(({contentRef:contentRef,digest:digest,outcome:outcome})=>digest!==undefined&&outcome==="built"?[{name:(0,_documents_reference_js__WEBPACK_IMPORTED_MODULE_0__._)(contentRef),digest:digest}]:[])
return result.services.flatMap(({image:image,digest:digest,outcome:outcome,copies:copies=[]})=>{if(digest===undefined||outcome!=="published")return[]
return[image,...copies.map(copy=>copy.image)].map(name=>({name:name,digest:digest}))})}function subjectsText(subjects){return subjects.map(({name:name,digest:digest})=>`${digest.replace(/^sha256:/,"")}  ${name}\n`).join("")}},1011:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{r:()=>version})
const version="0.1.0"},3018:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{f:()=>readJsonTest,y:()=>jsonComplaint})
const each=Symbol("each")
const operators=["==","!=","<=",">=","<",">"]
const step=/^(?:\.([\p{L}_][\p{L}\p{N}_-]*|\*)|\[\s*(?:(\*)|(-?\d{1,9})|"((?:[^"\\]|\\.)*)"|'([^'\\]*)')\s*\])/u
function readJsonTest(text){let rest=text.trim()
if(!rest.startsWith("$"))return{kind:"unreadable",why:"a path begins with $, the whole answer"}
rest=rest.slice(1)
const path=[]
for(let found=step.exec(rest);found!==null;found=step.exec(rest)){const[all,name,star,place,double,single]=found
if(name==="*"||star!==undefined)path.push(each)
else if(place!==undefined)path.push(Number(place))
else path.push(name??single??unquoted(double??""))
rest=rest.slice(all.length)}rest=rest.trim()
if(rest==="")return{kind:"test",path:path}
const operator=operators.find(one=>rest.startsWith(one))
if(operator===undefined)return{kind:"unreadable",why:`after the path comes ${operators.join(" ")}, not ${rest.slice(0,20)}`}
const literal=rest.slice(operator.length).trim()
const value=literalOf(literal)
if(value===undefined)return{kind:"unreadable",why:`${literal===""?"nothing":literal.slice(0,20)} is no string, number, true, false or null`}
return{kind:"test",path:path,compare:{operator:operator,value:value}}}const unquoted=text=>{try{return String(JSON.parse(`"${text}"`))}catch{return text}}
function literalOf(text){const single=/^'([^'\\]*)'$/.exec(text)?.[1]
if(single!==undefined)return single
try{const value=JSON.parse(text)
return typeof value==="object"&&value!==null?undefined:value}catch{return undefined}}function jsonComplaint(test,body){let document
try{document=JSON.parse(body)}catch{return"which is no JSON"}let nodes=[document]
for(const one of test.path)nodes=nodes.flatMap(node=>follow(node,one))
if(nodes.length===0)return"in which the path leads nowhere"
const bad=nodes.find(node=>!passes(node,test.compare))
return nodes.some(node=>!passes(node,test.compare))?`in which it is ${JSON.stringify(bad)?.slice(0,80)}`:undefined}function follow(node,one){if(typeof node!=="object"||node===null)return[]
if(one===each)return Object.values(node)
if(Array.isArray(node)){if(typeof one!=="number")return[]
const found=node.at(one)
return found===undefined?[]:[found]}if(typeof one!=="string"||!Object.hasOwn(node,one))return[]
return[node[one]]}function passes(node,compare){if(compare===undefined)return node!==null&&node!==false
const{operator:operator,value:value}=compare
if(operator==="==")return node===value
if(operator==="!=")return node!==value
const comparable=typeof node==="number"&&typeof value==="number"||typeof node==="string"&&typeof value==="string"
if(!comparable)return false
switch(operator){case"<":return node<value
case"<=":return node<=value
case">":return node>value
case">=":return node>=value}}},989:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{W:()=>fingerprints})
var node_crypto__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(7598)
function fingerprint({code:code,message:message,at:at},text){const line=at?.line===undefined?undefined:lineOf(text(at.file),at.line)
const what=line===undefined||line===""?["message",message]:["line",line]
return(0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(JSON.stringify([code,at?.file??"",...what])).digest("hex").slice(0,32)}function lineOf(text,line){return text?.split(/\r\n|\r|\n/)[line-1]?.trim().replace(/\s+/g," ")}function fingerprints(findings,text){const seen=new Map
return findings.map(finding=>{const mark=fingerprint(finding,text)
const occurrence=(seen.get(mark)??0)+1
seen.set(mark,occurrence)
return{finding:finding,fingerprint:mark,occurrence:occurrence}})}},9153:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Br:()=>applies,NZ:()=>asked,FH:()=>choiceOf,xS:()=>factsOf,ps:()=>installs,cL:()=>packagesAsked,LJ:()=>specifiersOf,vM:()=>stageRuntime})
var choose=__webpack_require__(3963)
var external_node_path_=__webpack_require__(6760)
var copied=__webpack_require__(9282)
function logicalLines(text,file){const lines=[]
let parts=[]
const end=()=>{const found=toLine(parts,file)
if(found!==undefined)lines.push(found)
parts=[]}
for(const[i,raw]of text.replace(/^\uFEFF/,"").split(/\r\n|\r|\n/).entries()){const comment=/(?:^|\s)#/.test(raw)
const continued=!comment&&raw.endsWith("\\")
parts.push({text:continued?raw.slice(0,-1):raw,line:i+1})
if(!continued)end()}end()
return lines}function toLine(parts,file){const joined=parts.map(({text:text})=>text).join("")
const plain=joined.replace(/(^|\s)#.*$/s,"$1")
const text=plain.trim()
if(text==="")return undefined
const start=plain.length-plain.trimStart().length
return{text:text,at:offset=>{let left=start+offset
for(const part of parts){if(left<part.text.length||part===parts.at(-1))return{file:file,line:part.line,column:left+1}
left-=part.text.length}return{file:file}}}}var requirement=__webpack_require__(9843)
var shell=__webpack_require__(3798)
const noChoice={extra:[],none:false,links:false,pre:false,noBinary:[],onlyBinary:[]}
function parseRequirements(text,file){const requirements=[]
const includes=[]
const problems=[]
let choice=noChoice
for(const line of logicalLines(narrow(text),file)){if(line.text.startsWith("-")){const read=readOptions((0,shell.C)(line.text),line.at(0))
includes.push(...read.includes)
choice=mergeChoices(choice,read.choice)
continue}const found=readLine(line)
if(typeof found==="string"){const message=`${JSON.stringify(shortened(line.text))} is no requirement: ${found}`
problems.push({code:"requirements/syntax",message:message,at:line.at(0)})}else if(found!==undefined)requirements.push(found)}return{requirements:requirements,includes:includes,choice:choice,problems:problems}}const narrow=text=>text.includes("\0")?text.replace(/[\0\uFFFD]/g,""):text
function readLine(line){const options=/\s--[a-z]/.exec(line.text)
const text=options===null?line.text:line.text.slice(0,options.index)
if(isPlace(text))return undefined
const parsed=(0,requirement.p)(text)
if(typeof parsed==="string")return parsed
const{versionsOffset:versionsOffset,...rest}=parsed
return{...rest,hashed:/ --hash[= ]/.test(line.text),at:line.at(0),versionsAt:line.at(rest.versions===undefined?0:versionsOffset)}}const isPlace=text=>/^(?:\.{1,2}(?:[/[\s]|$)|\/|~\/|[A-Za-z][A-Za-z0-9+.-]*:\/\/)/.test(text)||/^[^\s;@<>=!~]+\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)(?:\s|\[|$)/i.test(text)||/^[\w.-]+\/[^\s@]*(?:\s|$)/.test(text)
const valued={"-r":"requirements","--requirement":"requirements","-c":"constraints","--constraint":"constraints","-i":"index","--index-url":"index","--pypi-url":"index","--default-index":"index","--extra-index-url":"extra","--index":"extra","-f":"links","--find-links":"links","--no-binary":"noBinary","--only-binary":"onlyBinary","-e":"editable","--editable":"editable"}
function readOptions(words,at){const includes=[]
const rest=[]
let choice=noChoice
for(let i=0;i<words.length;i++){const word=words[i]??""
if(word==="--no-index")choice={...choice,none:true}
else if(word==="--pre")choice={...choice,pre:true}
else{const split=splitOption(word)
const meaning=split===undefined?undefined:valued[split.name]
if(split===undefined||meaning===undefined){rest.push(word)
continue}const value=split.value??words[++i]??""
if(meaning==="requirements"||meaning==="constraints")includes.push({kind:meaning,path:value,at:at})
else choice=withChoice(choice,meaning,value)}}return{includes:includes,choice:choice,rest:rest}}function splitOption(word){if(word.startsWith("--")){const equals=word.indexOf("=")
return equals<0?{name:word}:{name:word.slice(0,equals),value:word.slice(equals+1)}}if(!/^-[rcief]/.test(word))return undefined
return word.length===2?{name:word}:{name:word.slice(0,2),value:word.slice(2).replace(/^=/,"")}}function withChoice(choice,meaning,value){const names=value.split(/[,\s]+/).filter(Boolean)
switch(meaning){case"index":return{...choice,index:value}
case"extra":return{...choice,extra:[...choice.extra,...value.split(/\s+/).filter(Boolean)]}
case"links":return{...choice,links:true}
case"noBinary":return{...choice,noBinary:[...choice.noBinary,...names]}
case"onlyBinary":return{...choice,onlyBinary:[...choice.onlyBinary,...names]}
default:return choice}}function mergeChoices(first,second){const index=second.index??first.index
return{...index!==undefined&&{index:index},extra:[...first.extra,...second.extra],none:first.none||second.none,links:first.links||second.links,pre:first.pre||second.pre,noBinary:[...first.noBinary,...second.noBinary],onlyBinary:[...first.onlyBinary,...second.onlyBinary]}}const shortened=text=>text.length<=60?text:`${text.slice(0,59)}…`
const prefixes=new Set(["if","then","do","else","!","time","exec","sudo","env","nice"])
const pip_valued=new Set("--target -t --prefix --root --timeout --trusted-host --cache-dir --implementation --abi --retries --progress-bar --report --proxy --cert --client-cert --exists-action --log --src --config-settings --config-setting -C --global-option --root-user-action --upgrade-strategy --use-feature --use-deprecated --keyring-provider --dest -d --wheel-dir -w --python --group --index-strategy --link-mode --python-platform --resolution --prerelease --override --build-constraint -b -p".split(" "))
function pipCalls(text,variables){const calls=[]
let folder=""
let afterTest=false
for(const written of(0,shell.h)(text)){const words=written.map(word=>expandWord(word,variables))
const conditional=afterTest||["then","else","do"].includes(words[0]??"")
afterTest=["[","[[","test"].includes(words[0]??"")
if(words[0]==="cd"&&words[1]!==undefined){folder=words[1].startsWith("/")?words[1]:folder===""?words[1]:`${folder}/${words[1]}`
continue}const nested=shellText(words)
if(nested!==undefined)calls.push(...pipCalls(nested,variables))
const call=pipCall(words,folder)
if(call!==undefined)calls.push({...call,conditional:conditional})}return calls}const expandWord=(word,variables)=>word.replace(/\$(?:(\w+)|\{(\w+)\})/g,(all,plain,braced)=>{const name=plain??braced??""
return Object.hasOwn(variables,name)?variables[name]??all:all})
function shellText(words){if(!/^(?:.*\/)?(?:ba|da|a)?sh$/.test(words[0]??""))return undefined
const at=words.findIndex(word=>/^-[a-z]*c$/.test(word))
return at<0?undefined:words[at+1]}function pipCall(all,folder){const start=all.findIndex(word=>!prefixes.has(word)&&!/^\w+=/.test(word))
const found=start<0?undefined:afterPip(all.slice(start))
if(found===undefined)return undefined
const{rest:rest,choice:choice,includes:includes}=readOptions(found.words,{file:""})
const named=[]
const platforms=[]
let python=found.python
for(let i=0;i<rest.length;i++){const word=rest[i]??""
const[name="",inline]=word.startsWith("--")?cutAt(word,"="):[word,undefined]
if(name==="--platform"||name==="--python-version"){const value=inline??rest[++i]??""
if(name==="--platform")platforms.push(value)
else python=/^3\.?\d+/.exec(value)?.[0].replace(/^3\.?/,"3.")??python}else if(pip_valued.has(name)&&inline===undefined)i++
else if(!word.startsWith("-")&&!/[$`<>]/.test(word.replace(/[<>]=?[\d.*]+/g,""))&&!isPlace(word)){const parsed=(0,requirement.p)(word)
if(typeof parsed!=="string")named.push({word:word,parsed:parsed})}}const known=[...includes,...found.files.map(path=>({kind:"requirements",path:path}))].filter(({path:path})=>path!==""&&!/[$`]/.test(path)).map(({kind:kind,path:path})=>({kind:kind,path:path,folder:folder}))
return{includes:known,named:named,choice:choice,platforms:platforms,...python!==undefined&&{python:python}}}function afterPip(words){const program=(words[0]??"").replace(/^.*\//,"")
const version=/^(?:python|pip)(3\.\d+)$/.exec(program)?.[1]
const python=version===undefined?{}:{python:version}
let at
if(/^pip[\d.]*$/.test(program))at=1
else if(/^python[\d.]*$/.test(program)){const module=words.indexOf("-m")
if(module<0||words[module+1]!=="pip")return undefined
at=module+2}else if(program==="uv"&&words[1]==="pip")at=2
else return undefined
while(words[at]?.startsWith("-"))at++
const verb=words[at]??""
const rest=words.slice(at+1)
if(verb==="sync")return{words:[],files:rest.filter(word=>!word.startsWith("-")),...python}
return["install","download","wheel"].includes(verb)?{words:rest,files:[],...python}:undefined}function cutAt(word,mark){const at=word.indexOf(mark)
return at<0?[word,undefined]:[word.slice(0,at),word.slice(at+1)]}function installsOf(context){return context.trace.steps.flatMap((step,index)=>{const{keyword:keyword,form:form,args:args,heredocs:heredocs}=step.instruction
if(keyword!=="RUN")return[]
const text=form==="json"?args.map(quote).join(" "):args[0]??""
const bodies=heredocs.map(({content:content})=>content)
return[text,...bodies].flatMap(part=>pipCalls(part,step.variables)).map(call=>new InstallReader(context,step,index).read(call))})}const quote=word=>`'${word.replaceAll("'",`'\\''`)}'`
class InstallReader{context
step
index
requirements=[]
constraints=[]
files=[]
problems=[]
seen=new Set
choice
constructor(context,step,index){this.context=context
this.step=step
this.index=index
this.choice=noChoice}read(call){const{dockerfile:dockerfile,trace:trace,runtime:runtime}=this.context
const{stage:stage,instruction:instruction,variables:variables,workdir:workdir}=this.step
const at={file:dockerfile.file,line:instruction.line}
for(const{kind:kind,path:path,folder:folder}of call.includes)this.file(external_node_path_.posix.resolve(workdir,folder,path),kind,undefined)
for(const{word:word,parsed:parsed}of call.named)this.requirements.push(this.named(word,parsed))
const{python:said,libc:libc}=runtime(stage)
const python=call.python??said
const around=environmentChoice(variables)
const cross=/\$\{?BUILD/.test(dockerfile.stages[baseStage(trace,stage)]?.platform??"")
const platforms=cross&&call.platforms.length===0?[]:this.context.platforms
const known={...python!==undefined&&{python:python},...libc!==undefined&&{libc:libc}}
return{stage:stage,at:at,conditional:call.conditional,requirements:this.requirements,constraints:this.constraints,choice:mergeChoices(mergeChoices(around,call.choice),this.choice),targets:platforms.map(platform=>({platform:platform,...known})),...python!==undefined&&{python:python},files:this.files,problems:this.problems}}named(word,parsed){const{instruction:instruction}=this.step
const{versionsOffset:versionsOffset,...rest}=parsed
const lines=instruction.raw.split("\n")
const index=lines.findIndex(line=>line.includes(word))
const file=this.context.dockerfile.file
const column=(lines[index]?.indexOf(word)??0)+1
const at=index<0?{file:file,line:instruction.line}:{file:file,line:instruction.line+index,column:column}
const versionsAt=index<0||rest.versions===undefined?at:{...at,column:column+versionsOffset}
return{...rest,hashed:false,at:at,versionsAt:versionsAt}}file(path,kind,from){if(this.seen.has(`${kind} ${path}`))return
this.seen.add(`${kind} ${path}`)
const{trace:trace,selected:selected}=this.context
const source=(0,copied.R)(path,this.step,selected)??(0,copied.n)(path,this.step.stage,trace,selected,this.index)
const text=source===undefined?undefined:this.context.text(source)
if(source===undefined||text===undefined){if(from!==undefined)this.missing(path,from)
return}if(this.isRewritten(external_node_path_.posix.basename(path)))return
this.files.push(source)
const{requirements:requirements,includes:includes,choice:choice,problems:problems}=parseRequirements(text,source);(kind==="requirements"?this.requirements:this.constraints).push(...requirements)
this.problems.push(...problems)
this.choice=mergeChoices(this.choice,choice)
for(const include of includes)if(!/^[a-z]+:\/\//i.test(include.path)&&!include.path.includes("$"))this.file(external_node_path_.posix.resolve(external_node_path_.posix.dirname(path),include.path),include.kind,include.at)}isRewritten(name){const escaped=name.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")
const writes=new RegExp(`(?:\\bsed\\s[^&|;\\n]*-i|>|\\btee\\b|\\bperl\\s+-p?i)[^&|;\\n]*${escaped}`)
return this.context.trace.steps.slice(0,this.index+1).some(({instruction:instruction})=>instruction.keyword==="RUN"&&writes.test(instruction.raw))}missing(path,at){const{trace:trace}=this.context
const name=external_node_path_.posix.basename(path)
const made=trace.steps.some(({instruction:instruction})=>instruction.keyword==="RUN"&&instruction.raw.includes(name))
const unclear=trace.wholeContext.length>0||trace.steps.some(step=>isForeign(step,trace))
if(made||unclear)return
this.problems.push({code:"requirements/missing-file",message:`${name} is not in the image when pip looks for it`,at:at,why:`line ${this.step.instruction.line} of ${this.context.dockerfile.file} runs pip, and nothing before it copies ${path}`,fix:`COPY ${name} too, beside the file that names it`})}}function isForeign({instruction:{keyword:keyword,flags:flags}},{stages:stages}){const from=flags.find(({name:name})=>name==="from")?.value
const known=from===undefined||/^\d+$/.test(from)||stages.some(({name:name})=>name===from.toLowerCase())
return keyword==="ADD"||keyword==="COPY"&&!known}function baseStage(trace,stage){const base=trace.stages.find(({index:index})=>index===stage)?.base
return base?.kind==="stage"?baseStage(trace,base.stage):stage}function environmentChoice(variables){const{PIP_INDEX_URL:index,PIP_EXTRA_INDEX_URL:extra="",PIP_NO_INDEX:none,PIP_FIND_LINKS:links}=variables
return{...index!==undefined&&index!==""&&{index:index},extra:extra.split(/\s+/).filter(Boolean),none:none!==undefined&&/^(1|true|yes|on)$/i.test(none),links:links!==undefined&&links!=="",pre:false,noBinary:[],onlyBinary:[]}}var pep440=__webpack_require__(9687)
const tokens=/\s*(\(|\)|===|~=|==|!=|<=|>=|<|>|"[^"]*"|'[^']*'|[A-Za-z_][\w.]*)/y
function evaluateMarker(marker,environment){const words=tokenize(marker)
if(words===undefined)return"unknown"
const parser=new MarkerParser(words,environment)
return parser.or()}function tokenize(text){const words=[]
tokens.lastIndex=0
while(tokens.lastIndex<text.trimEnd().length){const found=tokens.exec(text)
if(found?.[1]===undefined)return undefined
words.push(found[1])}return words}class MarkerParser{at=0
words
environment
constructor(words,environment){this.words=words
this.environment=environment}or(){let value=this.and()
while(this.take("or"))value=either(value,this.and())
return value}and(){let value=this.comparison()
while(this.take("and"))value=both(value,this.comparison())
return value}comparison(){if(this.take("(")){const value=this.or()
this.take(")")
return value}const left=this.next()
const operator=this.take("not")?`not ${this.next()}`:this.next()
const right=this.next()
return compare(this.value(left),operator,this.value(right),left,right)}next(){return this.words[this.at++]??""}take(word){if(this.words[this.at]!==word)return false
this.at++
return true}value(word){if(/^["']/.test(word))return word.slice(1,-1)
return variables(this.environment)[word]}}function variables({python:python,machine:machine}){return{os_name:"posix","os.name":"posix",sys_platform:"linux","sys.platform":"linux",platform_system:"Linux",platform_machine:machine,"platform.machine":machine,platform_python_implementation:"CPython",implementation_name:"cpython",python_implementation:"CPython",python_version:python,python_full_version:python,extra:""}}function compare(left,operator,right,...words){if(left===undefined||right===undefined)return"unknown"
if(operator==="in")return yes(right.includes(left))
if(operator==="not in")return yes(!right.includes(left))
const[name="",other=""]=words
if(/^python_(?:full_)?version$/.test(name))return compareVersions(name,left,operator,right)
if(/^python_(?:full_)?version$/.test(other))return compareVersions(other,right,mirrored[operator]??operator,left)
if(operator==="=="||operator==="===")return yes(left===right)
if(operator==="!=")return yes(left!==right)
return"unknown"}const mirrored={"<":">",">":"<","<=":">=",">=":"<="}
function compareVersions(name,python,operator,wanted){const holds=version=>(0,pep440.ib)(version,`${operator}${wanted}`,{prereleases:true})
if(name==="python_version")return yes(holds(python))
const[first,last]=[holds(`${python}.0`),holds(`${python}.99`)]
return first===last?yes(first):"unknown"}const yes=value=>value?"yes":"no"
const either=(a,b)=>a==="yes"||b==="yes"?"yes":a==="no"&&b==="no"?"no":"unknown"
const both=(a,b)=>a==="no"||b==="no"?"no":a==="yes"&&b==="yes"?"yes":"unknown"
const distributions={buster:{glibc:"2.28",python:"3.7"},bullseye:{glibc:"2.31",python:"3.9"},bookworm:{glibc:"2.36",python:"3.11"},trixie:{glibc:"2.41",python:"3.13"},debian10:{glibc:"2.28",python:"3.7"},debian11:{glibc:"2.31",python:"3.9"},debian12:{glibc:"2.36",python:"3.11"},debian13:{glibc:"2.41",python:"3.13"},focal:{glibc:"2.31",python:"3.8"},jammy:{glibc:"2.35",python:"3.10"},noble:{glibc:"2.39",python:"3.12"},"ubuntu20.04":{glibc:"2.31",python:"3.8"},"ubuntu22.04":{glibc:"2.35",python:"3.10"},"ubuntu24.04":{glibc:"2.39",python:"3.12"}}
const alpinePython={3.16:"3.10",3.17:"3.10",3.18:"3.11",3.19:"3.11","3.20":"3.12",3.21:"3.12",3.22:"3.12",3.23:"3.12"}
const release=/^3\.\d{1,2}(?![\d])/
function runtimeOf(ref){const[name="",tag=""]=splitReference(ref.toLowerCase())
const last=name.slice(name.lastIndexOf("/")+1)
const whole=`${last}:${tag}`
const libc=libcOf(last,tag,whole)
const python=pythonOf(last,tag,whole)
return{...python!==undefined&&{python:python},...libc!==undefined&&{libc:libc}}}function splitReference(ref){const plain=ref.replace(/@.*$/,"")
const colon=plain.lastIndexOf(":")
return colon>plain.lastIndexOf("/")?[plain.slice(0,colon),plain.slice(colon+1)]:[plain,""]}function distribution(last,tag){const words=`${last}-${tag}`.split(/[-_:]/)
const named=words.find(word=>Object.hasOwn(distributions,word))
if(named!==undefined)return distributions[named]
const version=/^\d+(?:\.\d+)?/.exec(tag)?.[0]
return version===undefined?undefined:distributions[`${last}${version}`]}function libcOf(last,tag,whole){if(/alpine|musl/.test(whole))return{kind:"musl"}
const known=distribution(last,tag)
if(known!==undefined)return{kind:"glibc",version:known.glibc}
return/^(?:python|debian|ubuntu|pypy)$/.test(last)||/slim/.test(tag)?{kind:"glibc"}:undefined}function pythonOf(last,tag,whole){if(last==="python")return release.exec(tag)?.[0]
const named=/python-?(3\.\d{1,2})(?!\d)/.exec(whole)??/(?:^|[-:])py(3\.\d{1,2})(?!\d)/.exec(whole)
if(named?.[1]!==undefined)return named[1]
const short=/python-?3(\d{1,2})(?:\D|$)/.exec(whole)
if(short?.[1]!==undefined)return`3.${short[1]}`
if(last==="alpine")return alpinePython[/^3\.\d+/.exec(tag)?.[0]??""]
return/^(?:debian|ubuntu|python3-debian\d+)$/.test(last)?distribution(last,tag)?.python:undefined}var wheel=__webpack_require__(5263)
var rule=__webpack_require__(235)
const deepest=20
const known=new WeakMap
function installs(subject,service,request){const found=known.get(subject.trace)
if(found!==undefined)return found
const made=installsOf({...subject,platforms:service.platforms,runtime:stage=>stageRuntime(stage,subject,request,0),text:request.around.text})
known.set(subject.trace,made)
return made}function stageRuntime(stage,subject,request,depth=0){const base=subject.trace.stages.find(({index:index})=>index===stage)?.base
if(base===undefined||depth>deepest)return{}
switch(base.kind){case"image":return runtimeOf(base.ref)
case"stage":return stageRuntime(base.stage,subject,request,depth+1)
case"named":{const below=request.subjects.get(subject.from[base.name]??"")
if(!(0,rule.h)(below))return runtimeOf(base.ref)
return stageRuntime(below.trace.final.stage,below,request,depth+1)}case"scratch":return{}
default:return base}}function applies({marker:marker},{targets:targets,python:python}){if(marker===undefined)return"yes"
const machines=targets.length===0?[undefined]:targets.map(({platform:platform})=>(0,wheel.VT)(platform))
const answers=machines.map(machine=>evaluateMarker(marker,{...python!==undefined&&{python:python},...machine!==undefined&&{machine:machine}}))
return answers.includes("yes")?"yes":answers.includes("unknown")?"unknown":"no"}const asked=install=>install.choice.none?[]:install.requirements.filter(one=>one.url===undefined&&applies(one,install)!=="no")
function specifiersOf(requirement,install){const constraints=install.constraints.filter(one=>one.key===requirement.key&&applies(one,install)==="yes")
return[requirement,...constraints].flatMap(({versions:versions})=>versions??[])}const factsOf=(requirement,install,{packages:packages})=>packages?.(requirement.key,install.choice)??{kind:"unknown"}
function choiceOf(requirement,install,target,request){const facts=factsOf(requirement,install,request)
if(facts.kind!=="known")return undefined
const wanted={key:requirement.key,versions:specifiersOf(requirement,install),choice:install.choice,target:target,python:install.python}
const made=chosen.get(facts.releases)??new Map
chosen.set(facts.releases,made)
const question=JSON.stringify(wanted)
const choice=made.get(question)??(0,choose.bX)(facts.releases,wanted)
made.set(question,choice)
return choice}const chosen=new WeakMap
function packagesAsked(request){return request.catalog.services.flatMap(service=>{const subject=request.subjects.get(service.name)
if(!(0,rule.h)(subject))return[]
return installs(subject,service,request).flatMap(install=>asked(install).map(({key:key})=>({key:key,choice:install.choice})))})}},235:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{h:()=>isSubject})
const isSubject=subject=>subject!==undefined&&"trace"in subject},8622:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{a:()=>rules})
const checks=[{name:"StageNameCasing",id:"buildkit-stage-name-casing",severity:"note",title:"A stage's name in capitals"},{name:"FromAsCasing",id:"buildkit-from-as-casing",severity:"note",title:"FROM and AS in different case",sameAs:["from-casing"]},{name:"NoEmptyContinuation",id:"buildkit-no-empty-continuation",severity:"warning",title:"An empty line inside an instruction"},{name:"ConsistentInstructionCasing",id:"buildkit-consistent-instruction-casing",severity:"note",title:"Instructions in different case"},{name:"DuplicateStageName",id:"buildkit-duplicate-stage-name",severity:"warning",title:"Two stages of one name"},{name:"ReservedStageName",id:"buildkit-reserved-stage-name",severity:"warning",title:"A stage named scratch or context"},{name:"JSONArgsRecommended",id:"buildkit-json-args-recommended",severity:"note",title:"CMD or ENTRYPOINT in shell form, which takes no signals",sameAs:["distroless-shell"]},{name:"MaintainerDeprecated",id:"buildkit-maintainer-deprecated",severity:"note",title:"MAINTAINER, which a label has replaced"},{name:"UndefinedArgInFrom",id:"buildkit-undefined-arg-in-from",severity:"warning",title:"FROM with an ARG that is not declared",sameAs:["dockerfile-error","undeclared-arg"]},{name:"WorkdirRelativePath",id:"buildkit-workdir-relative-path",severity:"note",title:"A relative WORKDIR on a base whose own is not said"},{name:"UndefinedVar",id:"buildkit-undefined-var",severity:"warning",title:"A variable that nothing sets",sameAs:["undeclared-arg","undefined-variable"]},{name:"MultipleInstructionsDisallowed",id:"buildkit-multiple-instructions-disallowed",severity:"warning",title:"CMD, ENTRYPOINT or HEALTHCHECK twice in a stage"},{name:"LegacyKeyValueFormat",id:"buildkit-legacy-key-value-format",severity:"note",title:"ENV or LABEL without an equals sign"},{name:"RedundantTargetPlatform",id:"buildkit-redundant-target-platform",severity:"note",title:"--platform=$TARGETPLATFORM, which is what FROM does anyway"},{name:"SecretsUsedInArgOrEnv",id:"buildkit-secrets-used-in-arg-or-env",severity:"note",title:"An ARG or ENV named like a secret",sameAs:["credential","credential-env"]},{name:"InvalidDefaultArgInFrom",id:"buildkit-invalid-default-arg-in-from",severity:"note",title:"FROM with an ARG whose default makes no valid name",sameAs:["dockerfile-error"]},{name:"FromPlatformFlagConstDisallowed",id:"buildkit-from-platform-flag-const-disallowed",severity:"warning",title:"FROM with a fixed --platform",sameAs:["hardcoded-platform"]},{name:"CopyIgnoredFile",id:"buildkit-copy-ignored-file",severity:"warning",title:"COPY of something that the ignore file leaves out",sameAs:["ignored-source","missing-source"]},{name:"InvalidDefinitionDescription",id:"buildkit-invalid-definition-description",severity:"note",title:"A comment above a stage or ARG that does not begin with its name"},{name:"ExposeProtoCasing",id:"buildkit-expose-proto-casing",severity:"note",title:"EXPOSE with a protocol in capitals"},{name:"ExposeInvalidFormat",id:"buildkit-expose-invalid-format",severity:"warning",title:"EXPOSE with a host's address or port"},{name:"InvalidBaseImagePlatform",id:"buildkit-invalid-base-image-platform",severity:"warning",title:"A base image for another platform than the one that is built"}]
const named=new Set(checks.map(({name:name})=>name))
const check=wanted=>function*({buildChecks:buildChecks=[]}){for(const{rule:rule,detail:detail,url:url,at:at,service:service}of buildChecks)if(wanted(rule))yield{message:detail,at:at,service:service,...url!==undefined&&{fix:`see ${url}`}}}
const kebab=name=>name.replace(/([a-z])([A-Z])|([A-Z])([A-Z][a-z])/g,(_,a="",b="",c="",d="")=>`${a}${c}-${b}${d}`).toLowerCase()
const where="Told where there is an engine (`build-checks`). A comment `# check=skip=NAME` at the head of the Dockerfile switches it off for every build."
const buildCheckRules=[...checks.map(({name:name,id:id,severity:severity,title:title,sameAs:sameAs})=>({id:id,scope:"catalog",severity:severity,title:`${title} (BuildKit's ${name})`,docs:`[${name}](https://docs.docker.com/reference/build-checks/${kebab(name)}/). ${where}${sameAs===undefined?"":` Silent where ${sameAs.map(one=>`\`${one}\``).join(" or ")} has said it, or is switched off.`}`,...sameAs!==undefined&&{sameAs:sameAs},check:check(rule=>rule===name)})),{id:"buildkit-other",scope:"catalog",severity:"note",title:"A check of BuildKit's that is newer than this program",docs:`Its name and page are in the message. ${where}`,check:check(rule=>!named.has(rule))}]
var shell=__webpack_require__(3798)
const volatileName=/^(?:\w+_)?(?:BUILD_?(?:DATE|TIME|TIMESTAMP|NUMBER|ID)|TIMESTAMP|CREATED|VCS_REF|(?:GIT_)?REVISION|GIT_(?:COMMIT|SHA|REV|REF|HASH)|COMMIT(?:_(?:SHA|HASH|ID))?)$/i
const volatileTemplate=/\{\{\s*(?:revision|short_revision|date)\s*\}\}/
const installer=/(?:^|[\s;&|(])(?:(?:apt-get|apt|dnf|yum|microdnf|zypper|tdnf)\s(?:\S+\s)*?(?:install|upgrade)|apk\s(?:\S+\s)*?add|(?:pip[\d.]*|uv\s+pip)\s+install|npm\s+(?:ci|install)|yarn\s+install|pnpm\s+(?:install|fetch)|bundle\s+install|composer\s+install|go\s+mod\s+download|cargo\s+fetch|poetry\s+install|uv\s+sync)\b/
const quick=/^(?:mkdir|chmod|chown|echo|printf|ln|rm|touch|set|cd|true|useradd|adduser|groupadd|addgroup|usermod|cp|mv)$/
function kindOf({args:args,form:form,heredocs:heredocs}){const text=[...args,...heredocs.map(({content:content})=>content)].join("\n")
if(installer.test(text))return"installs"
const commands=form==="json"?[args]:(0,shell.h)(text)
return commands.every(([program=""])=>quick.test(program))?"quick":"unknown"}function*volatileEarly({dockerfile:dockerfile,trace:trace,service:service}){const isVolatile=name=>{const given=service.args[name]
return given===undefined?volatileName.test(name):volatileTemplate.test(given)}
for(const{index:index}of trace.stages){const instructions=dockerfile.stages[index]?.instructions??[]
for(const[i,{keyword:keyword,pairs:pairs,line:line}]of instructions.entries()){if(keyword!=="ARG")continue
for(const{key:key}of pairs.filter(({key:key})=>isVolatile(key))){const mention=new RegExp(`\\b${key}\\b`)
const later=instructions.slice(i+1).filter(one=>one.keyword==="RUN")
const decisive=later.find(one=>kindOf(one)!=="quick"||mention.test(one.raw))
const spoiled=decisive!==undefined&&kindOf(decisive)==="installs"?decisive:undefined
if(spoiled===undefined||mention.test([spoiled.raw,...spoiled.heredocs.map(({content:content})=>content)].join("\n")))continue
yield{message:`ARG ${key} stands above the RUN in line ${spoiled.line}, which installs things and does not use it: that step is never cached`,at:{file:dockerfile.file,line:line},why:"every ARG above a RUN is part of its cache key, and this one is another on every build",fix:"move it below the last RUN that does without it"}}}}}const cacheRules=[{id:"volatile-arg-early",scope:"service",severity:"warning",title:"A date or revision declared above steps that do not use it",docs:"BuildKit counts every `ARG` that stands above a `RUN` as part of that step's cache key, used or not. A build date or a commit there makes every build start anew: packages are installed again and again. Declare it right above what uses it, which for labels is the end of the stage.",check:volatileEarly}]
var rule=__webpack_require__(235)
function*collidingPorts({catalog:{services:services}}){const first=new Map
for(const{name:name,ports:ports,at:at}of services){for(const{published:published,protocol:protocol}of ports){if(published===undefined)continue
const key=`${published}/${protocol}`
const other=first.get(key)
if(other===undefined)first.set(key,name)
else if(other!==name)yield{service:name,message:`${name} and ${other} both publish host port ${key}`,at:at,why:"they cannot run on one host as they are; smoke uses ephemeral ports and does not mind",fix:`give ${name} another host port`}}}}function*imageNames({catalog:{services:services,imageTemplate:imageTemplate}}){if(imageTemplate===undefined||!imageTemplate.includes("{{"))return
const parts=imageTemplate.split(/\{\{[^}]*\}\}/).map(part=>part.replace(/[.*+?^${}()|[\]\\]/g,"\\$&"))
const rule=new RegExp(`^(?:.*/)?${parts.join("[^/]+")}$`)
for(const{name:name,declaredImage:declaredImage,at:at}of services)if(!rule.test(declaredImage))yield{service:name,message:`${declaredImage} is not named by the rule ${imageTemplate}`,at:at,why:"whoever looks for the project's images by name will not find it",fix:"leave `image` out of the service, or name it as the others are"}}function*withoutPhase({catalog:{services:services,phases:phases}}){if(phases.length===0)return
for(const{name:name,phase:phase,at:at}of services)if(phase===undefined)yield{service:name,message:`${name} belongs to no phase, so that no run of a phase builds it`,at:at,fix:`add "phase: ..." with one of ${phases.map(({id:id})=>id).join(", ")}`}}function*phaseOrder({service:service,trace:trace,from:from,request:{catalog:catalog}}){const order=catalog.phases.map(({id:id})=>id)
const mine=order.indexOf(service.phase??"")
if(mine<0)return
for(const{name:name,ref:ref,use:use,line:line}of trace.named){const other=catalog.services.find(one=>one.name===from[name])
if(other===undefined||order.indexOf(other.phase??"")<=mine)continue
yield{message:`${use==="FROM"?"FROM":`${use} from`} ${ref}: ${other.name} belongs to phase ${other.phase}, which comes after ${service.phase}`,at:{file:trace.file,line:line},why:"phase by phase, the image it stands on would not be there yet",fix:`move ${other.name} to phase ${service.phase} or an earlier one, or ${service.name} to phase ${other.phase}`}}}function*mutableBases({catalog:{services:services},subjects:subjects,digest:digestOf}){const uses=new Map
for(const{name:name}of services){const subject=subjects.get(name)
for(const{ref:ref,use:use,line:line}of(0,rule.h)(subject)?subject.trace.images:[])if(use!=="syntax"&&!ref.includes("@")&&!ref.includes("$")&&(0,rule.h)(subject))uses.set(ref,[...new Set([...uses.get(ref)??[],`${subject.trace.file}:${line}`])])}for(const[ref,[first="",...others]]of uses){const digest=digestOf?.(ref)
const colon=first.lastIndexOf(":")
yield{message:`${ref} is a tag that moves: the same Dockerfile gives another image tomorrow`,at:{file:first.slice(0,colon),line:Number(first.slice(colon+1))},...others.length>0&&{why:`used in ${others.length} other place${others.length>1?"s":""}, too`},fix:digest===undefined?`pin it: ${ref}@sha256:..., as "docker buildx imagetools inspect ${ref}" prints it`:`pin it: ${ref}@${digest}`}}}const dockerfileName=/^(?:dockerfile|containerfile)(?:\.[\w-]+)*$|^[\w.-]+\.dockerfile$/i
const noDockerfile=/\.(?:dockerignore|md|txt|rst|j2|jinja2?|tmpl|tpl|template|erb|in|bak|orig|example|sample|lock|ya?ml|json|toml|sh|py|ts|js)$/i
const elsewhere=/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|examples?|\..+|v?env)$/i
function*unlisted({catalog:catalog,around:around}){const listed=new Set(catalog.services.map(({dockerfile:dockerfile})=>dockerfile))
const folders=[around.tree]
for(let folder=folders.pop();folder!==undefined;folder=folders.pop())for(const child of folder.children?.values()??[]){const{name:name,entry:entry,children:children}=child
if(children!==undefined){if(!elsewhere.test(name))folders.push(child)}else if(dockerfileName.test(name)&&!noDockerfile.test(name)&&!listed.has(entry.path))yield{message:`no service of the catalog is built from ${entry.path}`,at:{file:entry.path,line:1},fix:`add a service with "dockerfile: ${entry.path}" to the catalog, or delete the file`}}}const catalogRules=[{id:"mutable-base",scope:"catalog",severity:"note",title:"A base image by a tag that moves",docs:"What a tag names changes without a word. A digest beside it (`python:3.11-slim@sha256:...`) fixes the bytes, and tools such as Renovate or Dependabot keep it fresh. Lucid notices a moved tag itself, by the digest of every base in the fingerprint.",check:mutableBases},{id:"host-port-collision",scope:"catalog",severity:"note",title:"Two services publish the same host port",docs:"Only one of them can be started on a host with the ports as they are written. Smoke uses ephemeral ports and does not mind.",check:collidingPorts},{id:"image-name",scope:"catalog",severity:"warning",title:"An image outside the catalog's naming rule",docs:"The catalog's `image` says how images are named; this service's own `image` does not follow it, so that scripts and people who go by the rule miss it.",check:imageNames},{id:"unlisted-dockerfile",scope:"catalog",severity:"note",title:"A Dockerfile that no service names",docs:"Nobody builds it: either a service was forgotten, or the file is left over. Folders of tests, examples and others' code are not looked at.",check:unlisted},{id:"no-phase",scope:"catalog",severity:"warning",title:"A service that no phase builds",docs:"The catalog has phases, and this service is in none of them: `--phase` never selects it, and the progress of the plan does not count it.",check:withoutPhase},{id:"phase-order",scope:"service",severity:"warning",title:"A service that stands on one of a later phase",docs:"Phases are built one after another. A Dockerfile that is FROM an image of a later phase, or copies from it, finds none, or an old one.",check:phaseOrder}]
var external_node_path_=__webpack_require__(6760)
const localUrl=/(?:https?:\/\/|[\s'"])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/
const variable=/\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g
function fillIn(text,lookup){return text.replace(variable,(all,plain,braced,otherwise)=>lookup(plain??braced??"")??otherwise??all)}function askedBy(words,lookup){const text=fillIn(words.join(" "),lookup)
const found=localUrl.exec(text)
if(found===null||found[2]?.includes("$"))return undefined
if(!found[0].startsWith("http")&&(found[1]===undefined||found[2]===undefined)&&!/\b(?:curl|wget)\b/.test(text))return undefined
return{port:found[1]===undefined?80:Number(found[1]),path:found[2]??"/"}}const serverPort=/(?:^|\s)--(?:server[.-]|http-|listen-)?port[=\s]+["']?(\d{2,5})(?=["'\s]|$)/
const serverBind=/(?:^|\s)(?:--bind|-b|--listen|--addr(?:ess)?)[=\s]+["']?(?:[\w.*[\]:]*):(\d{2,5})(?=["'\s]|$)/
function listensOn(words){const text=words.join(" ")
const found=serverPort.exec(text)??serverBind.exec(text)
return found===null?undefined:Number(found[1])}const loopback="(?:tcp://|https?://)?(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?)"
const loopbackOption=new RegExp(`(?:^|\\s)(?:--(?:host|bind|listen|listen-address|addr|address|ip|server\\.address)|-b)[=\\s]+["']?(${loopback}(?::\\d+)?)(?=["'\\s]|$)`)
const bindsLoopback=words=>loopbackOption.exec(words.join(" "))?.[1]
const pythonLoopback=`["'](127\\.0\\.0\\.1|localhost)["']`
const loopbackCalls=[`\\b(?:\\w+\\.run|run_app|run_simple|serve|create_server|start_server)\\s*\\((?:[^()]|\\([^()]*\\))*?\\bhost\\s*=\\s*${pythonLoopback}`,`\\b(?:start_server|create_server)\\s*\\(\\s*[\\w.]+\\s*,\\s*${pythonLoopback}`,`\\b(?:run_simple|make_server|WSGIServer)\\s*\\(\\s*\\(?\\s*${pythonLoopback}`,`\\b(?:\\w*HTTPServer|\\w*TCPServer|\\w+\\.bind)\\s*\\(\\s*\\(\\s*${pythonLoopback}`].map(pattern=>new RegExp(pattern))
function loopbackBindIn(text){const plain=text.replace(/^[ \t]*#.*$/gm,"")
for(const call of loopbackCalls){const found=call.exec(plain)
if(found===null)continue
const[all,address=""]=found
return{line:plain.slice(0,found.index+all.lastIndexOf(address)).split("\n").length,address:address}}return undefined}const bindName=/^(?:HOST|BIND|BIND_(?:HOST|ADDR|ADDRESS)|LISTEN(?:_(?:HOST|ADDR|ADDRESS))?|(?:SERVER|API|APP|HTTP|UVICORN|FLASK_RUN)_HOST)$/
const loopbackValue=new RegExp(`^${loopback}(?::\\d+)?$`)
const isLoopbackVariable=(name,value)=>bindName.test(name)&&loopbackValue.test(value)
var dist=__webpack_require__(8815)
var dockerfile_dockerfile=__webpack_require__(651)
function readCompose(text){const lines=new dist.HN
const document=(0,dist.Tp)(text,{lineCounter:lines,logLevel:"silent",merge:true})
const services=document.errors.length>0?undefined:mapAt(document.contents,"services")
if(services===undefined)return[]
const lineOf=node=>lines.linePos(node?.range?.[0]??0).line
return services.items.flatMap(({key:key,value:value})=>{const service=(0,dist.jh)(value)?value:undefined
return service===undefined?[]:[toService(String((0,dist.jn)(key)?key.value:key),service,lineOf)]})}function toService(name,service,lineOf){const build=service.get("build",true)
const context=(0,dist.jn)(build)?textOf(build):(0,dist.jh)(build)?textAt(build,"context")??".":undefined
const dockerfile=(0,dist.jh)(build)?textAt(build,"dockerfile"):undefined
const image=textAt(service,"image")
const platform=nodeAt(service,"platform")
const platformText=textOf(platform)
const health=healthOf(mapAt(service,"healthcheck"),lineOf)
return{name:name,...image!==undefined&&{image:image},...context!==undefined&&{context:context},...dockerfile!==undefined&&{dockerfile:dockerfile},...platformText!==undefined&&{platform:{value:(0,dockerfile_dockerfile.Je)(platformText),line:lineOf(platform)}},ports:portsOf(nodeAt(service,"ports"),lineOf),...health!==undefined&&{health:health},env:envOf(nodeAt(service,"environment"),lineOf)}}function portsOf(node,lineOf){if(!(0,dist.oP)(node))return[]
return node.items.flatMap(item=>{const line=lineOf(item)
if((0,dist.jh)(item)){const container=Number(textAt(item,"target"))
const published=Number(textAt(item,"published"))
return container>0?[{container:container,...published>0&&{published:published},line:line}]:[]}const found=/^(?:(?:[\d.]+:|\[[^\]]*\]:)?(\d*):)?(\d+)(?:\/\w+)?$/.exec(textOf(item)??"")
if(found===null)return[]
return[{container:Number(found[2]),...found[1]&&{published:Number(found[1])},line:line}]})}function healthOf(check,lineOf){const test=check&&nodeAt(check,"test")
if((0,dist.jn)(test))return{form:"shell",words:[String(test.value)],line:lineOf(test)}
if(!(0,dist.oP)(test))return undefined
const words=test.items.map(item=>String((0,dist.jn)(item)?item.value:""))
if(words[0]!=="CMD"&&words[0]!=="CMD-SHELL")return undefined
return{form:words[0]==="CMD"?"exec":"shell",words:words.slice(1),line:lineOf(test)}}function envOf(node,lineOf){const entries=[]
if((0,dist.oP)(node))for(const item of node.items){const[,name,value]=/^([^=]+)=(.*)$/s.exec(textOf(item)??"")??[]
if(name!==undefined&&value!==undefined)entries.push([name,{value:value,line:lineOf(item)}])}if((0,dist.jh)(node))for(const pair of node.items){const value=(0,dist.tO)(pair)?textOf(pair.value):undefined
if(value!==undefined&&(0,dist.jn)(pair.key))entries.push([String(pair.key.value),{value:value,line:lineOf(pair.key)}])}return Object.fromEntries(entries)}function nodeAt(map,key){const found=map.get(key,true)
return found}function mapAt(node,key){const found=(0,dist.jh)(node)?node.get(key,true):undefined
return(0,dist.jh)(found)?found:undefined}const textAt=(map,key)=>textOf(nodeAt(map,key))
function textOf(node){if(!(0,dist.jn)(node)||node.value===null||node.value===undefined)return undefined
const text=fillIn(String(node.value).replaceAll("$$","\0"),()=>undefined)
return text.includes("$")?undefined:text.replaceAll("\0","$")}const deepest=20
function stack(subject,request){const subjects=[]
for(let next=subject;next!==undefined&&subjects.length<deepest;next=below(next,request))subjects.push(next)
return subjects}const standsOn=(subject,request)=>stack(subject,request).map(({trace:trace})=>trace.final)
function below({trace:trace,from:from},request){const{base:base}=trace.final
const service=base.kind==="named"?from[base.name]:undefined
const found=service===undefined?undefined:request.subjects.get(service)
return(0,rule.h)(found)?found:undefined}function inherited(key,subject,request){return standsOn(subject,request).find(stage=>stage[key]!==undefined)?.[key]}function outsideBase(subject,request){const base=standsOn(subject,request).at(-1)?.base
return base?.kind==="image"?base.ref:undefined}const finalSteps=(subject,request)=>stack(subject,request).flatMap(({trace:trace})=>trace.steps.filter(({stage:stage})=>trace.final.chain.includes(stage)))
const placeOf=({workdir:workdir,paths:paths})=>external_node_path_.posix.resolve(workdir,paths.at(-1)??"/")
const isChainguard=ref=>/^cgr\.dev\/chainguard\/(?!(?:wolfi-base|busybox|bash|git|curl|min-toolkit-debug|alpine-base)(?:[:@]|$))/.test(ref)&&!/:[^@]*-dev(?:@|$)/.test(ref)
function bareness(subject,request){const base=standsOn(subject,request).at(-1)?.base
const ref=base?.kind==="image"?base.ref:""
const distroless=/(?:^|[/-])distroless(?:[/:@-]|$)/.test(ref)&&!/[:-]debug/.test(ref)||isChainguard(ref)
if(base?.kind!=="scratch"&&!distroless)return undefined
const mayBringShell=finalSteps(subject,request).some(step=>{const{keyword:keyword,args:args}=step.instruction
if(keyword==="RUN")return false
const place=placeOf(step)
if(place.includes("$")||/^\/(?:usr\/?|(?:usr\/(?:local\/)?)?s?bin(?:\/(?:ba|da|a)?sh|\/busybox)?)?$|^\/busybox/.test(place))return!isOneProgram(step)
return keyword==="ADD"&&args.some(arg=>/\.(?:tar(?:\.\w+)?|tgz|txz|tbz2?)$/.test(arg))})
return mayBringShell?undefined:base?.kind==="scratch"?"scratch":"distroless"}function isOneProgram({paths:paths}){const[source="",destination=""]=paths
if(paths.length!==2||/[*?$]/.test(source)||/(?:^|\/)(?:(?:ba|da|a)?sh|busybox)$/.test(`${source} ${destination}`.replace(" ","/")))return false
return/^\/(?:usr\/(?:local\/)?)?s?bin\/[^/]+$/.test(destination)||/bin\/$/.test(destination)&&/\/[^/]+$/.test(source)&&!source.endsWith("/")&&!/\/(?:s?bin|lib|local|usr)$/.test(source)}const isDistroless=(subject,request)=>bareness(subject,request)==="distroless"
const environments=[[/^(?:debian|ubuntu|alpine|busybox|almalinux|rockylinux)$/,[]],[/(?:^|\/)distroless\/(?:static|base|cc|python3)(?:-debian\d+)?$/,["SSL_CERT_FILE","LANG"]],[/^python$/,["LANG","GPG_KEY","PYTHON_VERSION","PYTHON_SHA256","PYTHON_PIP_VERSION","PYTHON_SETUPTOOLS_VERSION","PYTHON_GET_PIP_URL","PYTHON_GET_PIP_SHA256"]],[/^node$/,["NODE_VERSION","YARN_VERSION"]],[/^golang$/,["GOLANG_VERSION","GOTOOLCHAIN","GOPATH"]],[/^rust$/,["RUSTUP_HOME","CARGO_HOME","RUST_VERSION"]]]
function environmentOf(ref){const name=nameOf(ref)
const found=environments.find(([image])=>image.test(name))
return found&&new Set(["PATH",...found[1]])}const nameOf=ref=>(0,dockerfile_dockerfile.p2)(ref).replace(/@.*$/,"").replace(/:[^/:]*$/,"")
const composeName=/^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/
const compose_elsewhere=/^(?:node_modules|vendor|third_party|site-packages|testdata|tests?|fixtures?|__fixtures__|\..+|v?env)$/i
function composeFiles(tree){const found=[]
const folders=[tree]
for(let folder=folders.pop();folder!==undefined;folder=folders.pop())for(const child of folder.children?.values()??[]){if(child.children===undefined&&composeName.test(child.name))found.push(child.entry.path)
else if(child.children!==undefined&&!compose_elsewhere.test(child.name))folders.push(child)}return found.sort()}function*differences(request){const{catalog:catalog,around:around,subjects:subjects}=request
const find=finder(catalog.services)
for(const file of composeFiles(around.tree)){for(const one of readCompose(around.text(file)??"")){const service=find(one,external_node_path_.posix.dirname(file))
if(service===undefined)continue
for(const found of compare(service,one,file))yield{...found,service:service.name}
const subject=subjects.get(service.name)
const lacks=(0,rule.h)(subject)&&one.health!==undefined?lacking(subject,one.health,request):undefined
if(lacks!==undefined&&one.health!==undefined)yield{service:service.name,message:`${one.name}: its health check needs ${lacks}, which the image does not have`,at:{file:file,line:one.health.line},why:"it replaces the image's own HEALTHCHECK, and the container is unhealthy for ever",fix:"leave `test` out, so that the image's own counts, or ask with a program of the image"}}}}function lacking(subject,{form:form,words:words},request){if(bareness(subject,request)===undefined)return undefined
if(form==="shell")return"a shell"
return/^(?:.*\/)?(?:sh|bash|curl|wget|nc|python)$/.test(words[0]??"")?words[0]:undefined}function finder(services){const by=key=>{const found=new Map
for(const service of services)found.set(key(service),found.has(key(service))?undefined:service)
return found}
const dockerfiles=by(({dockerfile:dockerfile})=>external_node_path_.posix.normalize(dockerfile))
const images=by(({declaredImage:declaredImage})=>nameOf(declaredImage))
const names=by(({name:name})=>name)
return({name:name,image:image,dockerfile:dockerfile,context:context},folder)=>{if(context!==undefined)return dockerfiles.get(external_node_path_.posix.normalize(external_node_path_.posix.join(folder,context,dockerfile??"Dockerfile")))
return image!==undefined?images.get(nameOf(image)):names.get(name)}}function*compare(service,one,file){const fix=`make ${file} and the catalog the same`
const say=(message,line)=>({message:`${one.name}: ${message}`,at:{file:file,line:line},fix:fix})
const known=service.ports.map(({container:container})=>container)
for(const{container:container,published:published,line:line}of one.ports){const mine=service.ports.find(port=>port.container===container)
if(known.length>0&&mine===undefined)yield say(`container port ${container}, the catalog says ${known.join(", ")}`,line)
else if(mine?.published!==undefined&&published!==undefined&&mine.published!==published)yield say(`port ${container} is ${published} on the host, the catalog says ${mine.published}`,line)}const port=one.env.PORT
if(port!==undefined&&/^\d+$/.test(port.value)&&known.length>0&&!known.includes(Number(port.value)))yield say(`PORT is ${port.value}, the catalog says ${known.join(", ")}`,port.line)
const{health:health}=service
const asked=one.health&&askedBy(one.health.words,name=>one.env[name]?.value??service.env[name])
if(asked!==undefined&&health?.kind==="http"&&one.health!==undefined){if(asked.port!==health.port)yield say(`its health check asks port ${asked.port}, the catalog says ${health.port}`,one.health.line)
if(asked.path!==health.path)yield say(`its health check asks ${asked.path}, the catalog says ${health.path}`,one.health.line)}if(one.platform!==undefined&&!service.platforms.includes(one.platform.value))yield say(`platform ${one.platform.value}, and the catalog builds it for ${service.platforms.join(", ")}`,one.platform.line)}const composeRules=[{id:"compose-mismatch",scope:"catalog",severity:"warning",title:"A Compose file and the catalog disagree",docs:"The repository's Compose files (`compose.yml`, `docker-compose.prod.yml` and the like) start the same images. A service is found there by its Dockerfile or image, else by its name; ports, `PORT`, the address of its health check, and `platform` are compared, and a health check by curl, wget or a shell on an image that has none is told. What holds variables that nobody can know is left alone.",check:differences}]
var credentials=__webpack_require__(7725)
const stageAt=({stages:stages},index)=>stages.find(stage=>stage.index===index)
function chainOf(trace,index){const stage=stageAt(trace,index)
if(stage===undefined)return[]
return[stage,...stage.base.kind==="stage"?chainOf(trace,stage.base.stage):[]]}function takenFrom({instruction:instruction,stage:stage},{stages:stages}){const from=instruction.flags.find(({name:name})=>name==="from")?.value
if(from===undefined||from==="")return undefined
const named=stages.findLast(({name:name,index:index})=>index<stage&&name===from.toLowerCase())
return named?.index??(/^\d+$/.test(from)?stages.find(({index:index})=>index===Number(from))?.index:undefined)}function runsOnBuildMachine({dockerfile:dockerfile,trace:trace},index){const bottom=chainOf(trace,index).at(-1)
return/\$\{?BUILDPLATFORM/.test(dockerfile.stages[bottom?.index??-1]?.platform??"")}function shellText({instruction:{args:args,heredocs:heredocs},variables:variables}){const text=[...args,...heredocs.map(({content:content})=>content)].join("\n")
return text.replace(/\$(?:(\w+)|\{(\w+)\})/g,(all,plain,braced)=>{const name=plain??braced??""
return Object.hasOwn(variables,name)?variables[name]??all:all})}const cleanPath=path=>external_node_path_.posix.resolve("/",path)
const isWithin=(path,folder)=>folder==="/"||path===folder||path.startsWith(`${folder}/`)
function derived(make){const known=new WeakMap
return entries=>{const found=known.get(entries)??{value:make(entries)}
known.set(entries,found)
return found.value}}const key=/(?:^|\/)(?:id_(?:rsa|dsa|ecdsa|ed25519)|[^/]+\.(?:pem|key))$/i
const bundle=/\.(?:p12|pfx)$/i
const login=/(?:^|\/)(?:[._]netrc|\.npmrc|\.pypirc|\.git-credentials|\.docker\/config\.json|\.aws\/credentials)$/
const account=/(?:^|\/)[^/]*(?:credential|service[_-]?account|key|secret)[^/]*\.json$/i
const env=/(?:^|\/)\.env(?:\.[\w-]+)*$/
const sample=/(?:example|sample|template|dist|default|test|ci)/i
const harmlessFolder=/(?:^|\/)(?:tests?|testdata|fixtures?|__fixtures__|examples?|node_modules|site-packages|vendor)\//i
const interesting=/(?:\.pem|\.key|\.p12|\.pfx|netrc|\.npmrc|\.pypirc|credentials|\.json|id_[a-z0-9]+|\.env[^/]*)$/i
const candidates=derived(entries=>{const files=entries.filter(({kind:kind,path:path})=>kind==="file"&&interesting.test(path)&&!harmlessFolder.test(path))
const named=pattern=>files.filter(({path:path})=>pattern.test(path))
return{secrets:[...new Set([key,bundle,login,account].flatMap(named))],envs:named(env).filter(({path:path})=>!sample.test(path.slice(path.lastIndexOf("/")+5)))}})
function secretIn(path,text){if(bundle.test(path))return"a private key with its certificate"
if(text===undefined)return undefined
if(/-----BEGIN (?:[A-Z0-9]+ ){0,4}PRIVATE KEY/.test(text))return"a private key"
if(/\.npmrc$/.test(path))return/_(?:authToken|password|auth)\s*=\s*(?!\$)\S/.test(text)?"an npm token":undefined
if(/netrc$|\.pypirc$/.test(path))return/\bpassword\s*[:= ]\s*\S/.test(text)?"a password":undefined
if(/\.git-credentials$/.test(path))return/:\/\/[^\s/:@]+:[^\s/@]+@/.test(text)?"a password":undefined
if(/\.docker\/config\.json$/.test(path))return/"(?:auth|identitytoken)"\s*:\s*"\S/.test(text)?"a registry login":undefined
if(/\.aws\/credentials$/.test(path))return/aws_secret_access_key\s*=\s*\S/.test(text)?"an AWS key":undefined
return undefined}function*shipping({selected:selected,trace:trace}){const final=new Set(trace.final.chain)
const copies=trace.steps.flatMap(step=>{const from=final.has(step.stage)?takenFrom(step,trace):undefined
if(from===undefined)return[]
const stages=chainOf(trace,from).map(({index:index})=>index)
return step.paths.slice(0,-1).map(path=>({stages:stages,path:cleanPath(path)}))})
for(const one of selected){const{stage:stage,line:line,kind:kind}=one.input
const step=trace.steps.find(each=>each.stage===stage&&each.instruction.line===line)
const place=step===undefined||kind==="mount"||kind==="context"?undefined:placeOf(step)
if(place===undefined)continue
if(final.has(stage)||copies.some(({stages:stages,path:path})=>stages.includes(stage)&&isWithin(place,path)))yield one}}function*secretFiles(context){for(const{input:input,entries:entries,root:root}of shipping(context))for(const{path:path}of candidates(entries).secrets){const what=secretIn(path,context.request.around.text(path))
if(what===undefined)continue
yield{message:`${input.label} puts ${path} into the image: ${what}`,at:{file:context.trace.file,line:input.line},why:"everyone who can pull the image can read it, also where a later instruction deletes it",fix:`add the line ${path.slice(root.length)} to the ignore file; give it to the build under \`secrets\`, or to the container when it starts`}}}function*envFiles(context){for(const{input:input,entries:entries,root:root}of shipping(context))for(const{path:path}of candidates(entries).envs){const names=credentialsIn(context.request.around.text(path)??"")
if(names.length===0)continue
yield{message:`${input.label} puts ${path} into the image, with ${names.slice(0,3).join(", ")}${names.length>3?" and more":""}`,at:{file:context.trace.file,line:input.line},why:"everyone who can pull the image can read it",fix:`add the line ${path.slice(root.length)} to the ignore file, and set the variables where the container is started`}}}function credentialsIn(text){return text.split(/\r?\n/).flatMap(line=>{const[,name,value=""]=/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*["']?([^"'\s#]*)/.exec(line)??[]
if(name===undefined||value===""||value.startsWith("$"))return[]
const telling=(0,credentials.m)("build argument",name,value)!==undefined||/(?:_|^)PASS(?:WD)?$/i.test(name)
return telling?[name]:[]})}const large={bytes:200<<20,files:25e3}
const weights=new WeakMap
function weigh({entries:entries,root:root,input:input},size){const known=weights.get(entries)
if(known!==undefined)return known
const base=`${root}${input.sources[0]??""}`.split("/").filter(part=>part!==""&&part!==".").length
const parts=new Map
let[bytes,files]=[0,0]
for(const{kind:kind,path:path}of entries){if(kind!=="file")continue
files++
const own=files>large.files?0:size(path)??0
bytes+=own
const part=path.split("/").slice(0,base+1).join("/")
parts.set(part,(parts.get(part)??0)+own)}const heaviest=[...parts].sort(([,a],[,b])=>b-a)[0]??["",0]
const made={bytes:bytes,files:files,heaviest:heaviest}
weights.set(entries,made)
return made}const megabytes=bytes=>`${Math.round(bytes/1e6)} MB`
function*largeContext(context){const{selected:selected,request:request,trace:trace}=context
for(const one of selected){if(one.input.kind==="mount")continue
const{bytes:bytes,files:files,heaviest:heaviest}=weigh(one,request.around.size)
if(bytes<large.bytes&&files<large.files)continue
const[path,own]=heaviest
const most=own>bytes/4?`, ${megabytes(own)} of it in ${path}`:""
const amount=files<large.files?`${megabytes(bytes)} in ${files} files`:`${files} files`
yield{message:`${one.input.label} brings ${amount}${most}`,at:{file:trace.file,line:one.input.line},why:"all of it is sent to the builder, hashed and packed whenever one of these files changes",fix:"name what the image does not need in the ignore file, or copy only the folders it does"}}}const contextRules=[{id:"secret-file",scope:"service",severity:"error",title:"COPY or ADD of a private key or a login",docs:"Private keys (`*.pem`, `*.key`, `id_ed25519`, `*.p12`), logins of package indices and registries (`.npmrc`, `.pypirc`, `.netrc`, `.docker/config.json`) and accounts of clouds belong into no image. Files are looked into: a certificate without its key, or an `.npmrc` without a token, is nothing to tell. Folders of tests and examples are left out.",check:secretFiles},{id:"env-file",scope:"service",severity:"warning",title:"COPY or ADD of an env file with credentials",docs:"An `.env` with passwords or tokens is for the machine it lies on. In an image, all who can pull it can read it. Name it in the ignore file; the container gets its variables when it is started. Files such as `.env.example` are left out, and so are those that hold nothing like a credential.",check:envFiles},{id:"large-context",scope:"service",severity:"warning",title:"COPY or ADD of very much",docs:"More than 200 MB, or 25,000 files, by one instruction: mostly data, `node_modules`, a virtual environment or build results that nobody wanted to copy. The build waits for it, and any change in it rebuilds everything below.",check:largeContext}]
function lineStart(text,line){let at=text.startsWith("\ufeff")?1:0
for(let i=1;i<line;i++){const end=text.indexOf("\n",at)
if(end<0)return text.length
at=end+1}return at}function insertAbove({file:file,text:text},instruction,line){const lines=text.split("\n")
let first=instruction.line
while(first>1&&/^\s*#/.test(lines[first-2]??""))first--
const at=lineStart(text,first)
return{file:file,from:at,to:at,replacement:`${line}${text.includes("\r\n")?"\r\n":"\n"}`}}function replaceGroup({file:file,text:text},{line:line,endLine:endLine},pattern,replacement){const start=lineStart(text,line)
const range=new RegExp(pattern.source,`${pattern.flags.replace("d","")}d`).exec(text.slice(start,lineStart(text,endLine+1)))?.indices?.[1]
return range&&{file:file,from:start+range[0],to:start+range[1],replacement:replacement}}function*hardcodedPlatform({dockerfile:dockerfile,service:service,trace:trace}){for(const{platform:platform,line:line,instruction:instruction,index:index,instructions:instructions}of dockerfile.stages){if(platform===undefined||platform.includes("$"))continue
const same=service.platforms.every(one=>(0,dockerfile_dockerfile.Je)(one)===(0,dockerfile_dockerfile.Je)(platform))
const edit=same?replaceGroup(dockerfile,instruction,/\s(--platform=\S+\s+)/,""):undefined
const source=!trace.final.chain.includes(index)&&!instructions.some(({keyword:keyword})=>keyword==="RUN")
yield{...source&&{severity:"note"},message:`FROM --platform=${platform} is always that platform, whatever is built`,at:{file:dockerfile.file,line:line},fix:"leave it out for the platform that is built, or say --platform=$BUILDPLATFORM for a stage of tools",...edit!==undefined&&{edits:[edit]}}}}function*fromCasing({dockerfile:dockerfile}){for(const{instruction:instruction}of dockerfile.stages){const as=instruction.args[1]
const from=instruction.written
const lower=from===from.toLowerCase()
if(as===undefined||!lower&&from!==from.toUpperCase())continue
const right=lower?"as":"AS"
if(as===right)continue
const edit=replaceGroup(dockerfile,instruction,/\s(as)\s+\S+\s*$/i,right)
yield{message:`${from} and ${as} are written in different case`,at:{file:dockerfile.file,line:instruction.line},fix:`write ${right}`,...edit!==undefined&&{edits:[edit]}}}}const fromRules=[{id:"hardcoded-platform",scope:"service",severity:"warning",title:"FROM with a fixed --platform",docs:"The stage stays on that platform when another one is built, so an arm64 image may hold amd64 programs. A stage in which nothing runs, that files are only copied from, is a note. Leave `--platform` out, or use `$BUILDPLATFORM` for a stage whose result does not depend on the platform.",check:hardcodedPlatform},{id:"from-casing",scope:"service",severity:"note",title:"FROM and AS in different case",docs:"`FROM python as builder` works, and BuildKit warns about it on every build.",check:fromCasing}]
var copied=__webpack_require__(9282)
var lint_packages=__webpack_require__(9153)
function packageCopies(context){const{trace:trace}=context
return trace.steps.flatMap(step=>{const stage=trace.final.chain.includes(step.stage)?takenFrom(step,trace):undefined
if(stage===undefined||step.instruction.keyword!=="COPY")return[]
const builder=(0,lint_packages.vM)(stage,context,context.request)
const found=step.paths.slice(0,-1).map(source=>folderOf(cleanPath(source),stage,step,builder,context))
return found.flatMap(one=>one===undefined?[]:[{step:step,stage:stage,builder:builder,...one}])})}function folderOf(source,stage,step,{python:python},context){const place=placeOf(step)
if(/[$*?[]/.test(source)||place.includes("$"))return undefined
if(/\/lib\/python3\.\d+\/(?:site|dist)-packages$/.test(source))return{folder:place}
if(/\/lib\/python3\.\d+$/.test(source))return{folder:external_node_path_.posix.join(place,"site-packages")}
const below=python===undefined?undefined:`python${python}/site-packages`
if(below===undefined)return undefined
if(/\/\.local\/lib$/.test(source))return{folder:external_node_path_.posix.join(place,below)}
const{prefixes:prefixes,targets:targets,venvs:venvs}=placesOfPip(stage,context)
if(targets.has(source))return{folder:place}
const folder=external_node_path_.posix.join(place,"lib",below)
if(venvs.has(source))return{folder:folder,venv:place}
return/\/\.local$/.test(source)||prefixes.has(source)?{folder:folder}:undefined}function placesOfPip(stage,{trace:trace}){const chain=new Set(chainOf(trace,stage).map(({index:index})=>index))
const text=trace.steps.filter(step=>chain.has(step.stage)&&step.instruction.keyword==="RUN").map(shellText).join("\n")
const all=pattern=>new Set([...text.matchAll(pattern)].map(([,path=""])=>cleanPath(path)))
return{prefixes:all(/--(?:prefix|root)[= ]+["']?(\/[^\s"';&|]+)/g),targets:all(/(?:--target[= ]+|\spip3? install .*\s-t\s+)["']?(\/[^\s"';&|]+)/g),venvs:all(/\b(?:venv|virtualenv)\s(?:.*\s)?["']?(\/[^\s"';&|]+)/g)}}const bringsPython=context=>finalSteps(context,context.request).some(({paths:paths})=>paths.slice(0,-1).some(path=>/\/python[\d.]*$|uv\/python|^\/usr\/local\/?$|^\/usr\/local\/bin|^\/usr\/bin|conda|pyenv|^\/$/.test(path)))
function searchedBy(context){const{trace:trace,service:service,request:request}=context
const{python:python}=(0,lint_packages.vM)(trace.final.stage,context,request)
const base=outsideBase(context,request)
if(python===undefined||base===undefined||bringsPython(context))return undefined
const stages=standsOn(context,request)
const env=name=>service.env[name]??stages.find(stage=>stage.env[name]!==undefined)?.env[name]?.value
const path=env("PYTHONPATH")??""
if(["PYTHONHOME","PYTHONUSERBASE","VIRTUAL_ENV"].some(name=>env(name)!==undefined)||/\$\{?(?!PYTHONPATH)/.test(path))return undefined
const home=homeOf(context,nameOf(base),env("HOME"))
if(home===undefined)return undefined
const workdir=workdirOf(context)
const own=/(?:^|\/)python$/.test(nameOf(base))?[`/usr/local/lib/python${python}/site-packages`]:/(?:^|\/)(?:python3(?:-debian\d+)?|debian|ubuntu)$/.test(nameOf(base))?["/usr/lib/python3/dist-packages",`/usr/lib/python${python}`,`/usr/local/lib/python${python}/dist-packages`]:undefined
if(own===undefined)return undefined
const said=path.split(":").filter(part=>part.startsWith("/")).map(cleanPath)
return[...own,...said,cleanPath(workdir),...scriptFolder(context),`${home}/.local/lib/python${python}/site-packages`]}function homeOf(context,base,said){if(said!==undefined)return said.includes("$")?undefined:cleanPath(said)
const user=inherited("user",context,context.request)?.value.split(":")[0]
if(user===undefined)return/distroless/.test(base)&&/nonroot/.test(outsideBase(context,context.request)??"")?"/home/nonroot":"/root"
if(/^(?:0+|root)$/.test(user))return"/root"
if(!/distroless/.test(base))return undefined
return user==="65532"||user==="nonroot"?"/home/nonroot":"/"}const workdirOf=context=>standsOn(context,context.request).find(({workdir:workdir})=>workdir!==undefined)?.workdir?.value??"/"
const commandWords=({trace:{final:final}})=>[...final.entrypoint?.value.words??[],...final.cmd?.value.words??[]].join(" ").split(/\s+/)
function scriptFolder(context){const script=commandWords(context).find(word=>word.endsWith(".py"))
return script===undefined?[]:[external_node_path_.posix.dirname(external_node_path_.posix.resolve(workdirOf(context),script))]}function moduleOf(words){const at=words.findIndex((word,i)=>word==="-m"&&/(?:^|\/)python[\d.]*$/.test(words[i-1]??""))
const found=at<0?undefined:words[at+1]
return found!==undefined&&/^[A-Za-z_]\w*(?:\.\w+)*$/.test(found)?found:undefined}function entryFile(context){const words=commandWords(context)
const workdir=workdirOf(context)
const path=context.service.env.PYTHONPATH??context.trace.final.env.PYTHONPATH?.value??""
const folders=[workdir,...path.split(":").filter(part=>part.startsWith("/"))]
const entry=moduleOf(words)?.replaceAll(".","/")
const script=/(?:^|\/)python[\d.]*$/.test(words[0]??"")?words.find(word=>word.endsWith(".py")):undefined
const places=entry!==undefined?folders.flatMap(folder=>[`${folder}/${entry}.py`,`${folder}/${entry}/__main__.py`].map(cleanPath)):script===undefined?[]:[external_node_path_.posix.resolve(workdir,script)]
const found=places.map(place=>(0,copied.n)(place,context.trace.final.stage,context.trace,context.selected))
return found.find(file=>file!==undefined)}function*noHealthcheck(context){const{trace:trace,service:service,request:request}=context
if(service.health===undefined||inherited("healthcheck",context,request)!==undefined)return
yield{message:"the catalog says how to tell that it is healthy, the image does not: no HEALTHCHECK",at:{file:trace.file,line:trace.final.line},fix:"add a HEALTHCHECK in JSON form to the final stage"}}function*mismatch({trace:trace,service:service}){const{healthcheck:healthcheck,env:env}=trace.final
const{health:health}=service
if(healthcheck===undefined||health?.kind!=="http"||healthcheck.value.kind==="none")return
const asked=askedBy(healthcheck.value.words,name=>service.env[name]??env[name]?.value)
if(asked===undefined)return
const at={file:trace.file,line:healthcheck.line}
const fix="make them the same"
if(asked.port!==health.port)yield{message:`HEALTHCHECK asks port ${asked.port}, the catalog says ${health.port}`,at:at,fix:fix}
if(asked.path!==health.path)yield{message:`HEALTHCHECK asks ${asked.path}, the catalog says ${health.path}`,at:at,fix:fix}}function*notExposed(context){const{trace:trace,service:service,request:request}=context
const exposed=standsOn(context,request).flatMap(({ports:ports})=>ports.map(({value:value})=>`${value.port}/${value.protocol}`))
for(const{container:container,protocol:protocol}of service.ports){if(exposed.includes(`${container}/${protocol}`))continue
const port=protocol==="tcp"?`${container}`:`${container}/${protocol}`
yield{message:`the catalog says port ${port}, the image does not EXPOSE it`,at:{file:trace.file,line:trace.final.ports.at(-1)?.line??trace.final.line},fix:`add "EXPOSE ${port}" to the final stage, or correct the port in the catalog`}}}function*otherPort({trace:trace,service:service}){const{env:env,ports:ports,entrypoint:entrypoint,cmd:cmd}=trace.final
const catalog=service.ports.map(({container:container})=>container)
const[known,where]=catalog.length>0?[catalog,"the catalog says"]:[ports.map(({value:value})=>value.port),"the image has EXPOSE for"]
if(known.length===0)return
const tell=(what,port,line)=>({message:`${what} ${port}, ${where} ${[...new Set(known)].join(", ")}`,at:line===undefined?service.at:{file:trace.file,line:line},why:"the program listens where nobody asks",fix:"make them the same"})
const given=service.env.PORT
const own=env.PORT
const value=given??own?.value??""
if(/^\d{2,5}$/.test(value)&&!known.includes(Number(value)))yield tell("PORT is",Number(value),given===undefined?own?.line:undefined)
const line=cmd?.line??entrypoint?.line
const port=listensOn([...entrypoint?.value.words??[],...cmd?.value.words??[]])
if(port!==undefined&&!known.includes(port))yield tell("the program is told to listen on port",port,line)}function*health_loopback(context){const{trace:trace,service:service,request:request}=context
const{env:env,ports:ports,entrypoint:entrypoint,cmd:cmd}=trace.final
if(service.ports.length===0&&ports.length===0&&service.health===undefined)return
const tell=(what,line)=>({message:`${what}: nobody outside the container can reach it`,at:line===undefined?service.at:{file:trace.file,line:line},why:"127.0.0.1 is the container itself; a HEALTHCHECK inside it succeeds all the same",fix:"listen on 0.0.0.0"})
for(const[name,value]of Object.entries(service.env))if(isLoopbackVariable(name,value))yield tell(`${name} is ${value}`,undefined)
for(const[name,{value:value,line:line}]of Object.entries(env))if(!Object.hasOwn(service.env,name)&&isLoopbackVariable(name,value))yield tell(`${name} is ${value}`,line)
for(const command of[entrypoint,cmd]){const address=command&&bindsLoopback(command.value.words)
if(address!==undefined)yield tell(`the program is told to listen on ${address}`,command?.line)}const file=entryFile(context)
const bound=file===undefined?undefined:loopbackBindIn(request.around.text(file)??"")
if(file!==undefined&&bound!==undefined)yield{...tell(`the server is bound to ${bound.address}`,undefined),at:{file:file,line:bound.line}}}const healthRules=[{id:"healthcheck-mismatch",scope:"service",severity:"warning",title:"HEALTHCHECK and catalog disagree on port or path",docs:"One of the two is wrong: either the container is called unhealthy while it works, or smoke asks for something that is not there.",check:mismatch},{id:"no-healthcheck",scope:"service",severity:"note",title:"No HEALTHCHECK, though the catalog knows how to tell",docs:"Smoke does not need it; `docker ps` and Compose's `condition: service_healthy` do.",check:noHealthcheck},{id:"port-not-exposed",scope:"service",severity:"warning",title:"A port of the catalog that the image does not EXPOSE",docs:"EXPOSE opens nothing, but it is where people and tools look for an image's ports. A difference mostly means that one of the numbers is old.",check:notExposed},{id:"port-mismatch",scope:"service",severity:"warning",title:"The program listens on another port than the catalog says",docs:"`ENV PORT`, the catalog's `env`, or `--port` and `--bind` in CMD and ENTRYPOINT name a port that is none of the catalog's `ports` (or, where it has none, none that the image EXPOSEs). The port that is published leads nowhere then.",check:otherPort},{id:"loopback-bind",scope:"service",severity:"warning",title:"A server that listens inside its container only",docs:"A server bound to `127.0.0.1` or `localhost` is reached from its own container alone: a HEALTHCHECK passes, every other container and the host get no connection. Bind to `0.0.0.0`. Seen in `HOST` and the like, of the image or of the catalog's `env`, in the options of CMD and ENTRYPOINT, and in the Python file that the container starts.",check:health_loopback}]
var suggest=__webpack_require__(3929)
var choose=__webpack_require__(3963)
const development=new Set(("pytest black flake8 mypy pylint isort ruff tox nox coverage pre-commit autopep8 yapf pycodestyle pyflakes pydocstyle bandit "+"hypothesis mock responses requests-mock httpretty vcrpy factory-boy freezegun time-machine nose nose2 ipdb pdbpp twine "+"bump2version bumpversion commitizen pyright pytype pyre-check vulture radon pyupgrade codespell interrogate locust "+"pip-audit pip-tools pipdeptree fakeredis mongomock aioresponses respx testcontainers allure-pytest behave robotframework").split(" "))
function isDevelopment(key){if(development.has(key))return true
return/^(?:pytest|flake8|pylint|types)-/.test(key)||/-stubs$/.test(key)}const rivals=[["python-consul","python-consul2","py-consul","consul"],["psycopg2","psycopg2-binary"],["opencv-python","opencv-python-headless","opencv-contrib-python","opencv-contrib-python-headless"],["pyjwt","jwt"],["pycrypto","pycryptodome","crypto"],["python-jose","jose"],["pymupdf","fitz"],["python-dotenv","dotenv"],["python-magic","file-magic","magic"],["pillow","pil","pillow-simd"],["tensorflow","tensorflow-cpu","tensorflow-gpu"],["onnxruntime","onnxruntime-gpu"],["faiss-cpu","faiss-gpu"],["pinecone","pinecone-client"],["python-slugify","unicode-slugify","slugify"],["pyserial","serial"],["websocket-client","websocket"],["pymongo","bson"],["docker","docker-py"],["mysqlclient","mysql-python"],["python-ldap","ldap"],["scikit-learn","sklearn"],["beautifulsoup4","bs4","beautifulsoup"],["pyyaml","yaml"],["discord-py","discord"]]
function rivalsOf(key,keys){const group=rivals.find(names=>names.includes(key))
return group===undefined?[]:keys.filter(other=>other!==key&&group.includes(other))}const wellKnown=("aiofiles aiohttp aiokafka aiomysql aiopg aioredis aiosqlite alembic amqp anyio apscheduler argon2-cffi asgiref asyncio-mqtt asyncpg attrs "+"authlib azure-identity azure-storage-blob babel bcrypt beautifulsoup4 boto3 botocore cachetools celery certifi cffi chardet "+"charset-normalizer click cloudpickle colorama configparser cryptography dataclasses-json distro django django-cors-headers "+"djangorestframework dnspython docker elasticsearch email-validator eth-account fastapi flask flask-cors flask-login "+"flask-sqlalchemy frozenlist fsspec gevent gitpython google-api-core google-auth google-cloud-storage greenlet grpcio "+"grpcio-health-checking grpcio-reflection grpcio-tools gunicorn h11 httpcore httptools httpx hvac idna importlib-metadata influxdb-client "+"itsdangerous jinja2 jmespath joblib jsonschema kafka-python kombu kubernetes langchain loguru lxml mako markdown markupsafe "+"marshmallow matplotlib minio mongoengine motor msgpack multidict mysqlclient nats-py numpy oauthlib openai openpyxl "+"opentelemetry-api opentelemetry-sdk orjson packaging paho-mqtt pandas paramiko passlib peewee pika pillow pip platformdirs ply "+"prometheus-client protobuf psutil psycopg psycopg2 psycopg2-binary pyarrow pyasn1 pycparser pycryptodome pydantic "+"pydantic-settings pygments pyjwt pymongo pymysql pynacl pyopenssl pyparsing pyserial python-consul python-consul2 "+"python-dateutil python-dotenv python-jose python-json-logger python-multipart python-socketio pytz pyyaml pyzmq qrcode redis "+"regex requests requests-oauthlib rich rsa s3transfer scikit-learn scipy selenium sentry-sdk setuptools simplejson six slack-sdk "+"sniffio sqlalchemy sqlmodel starlette stripe structlog tabulate tenacity toml tomli torch tornado tqdm tronpy typer "+"typing-extensions tzdata tzlocal ujson urllib3 uvicorn uvloop watchdog watchfiles web3 websocket-client websockets werkzeug "+"wheel wrapt xmltodict yarl zeroconf zipp zstandard").split(" ")
const isInstaller=key=>["pip","setuptools","wheel","uv","poetry","pipenv","hatch","build","pdm"].includes(key)
var wheel=__webpack_require__(5263)
function*askedIn(context){if(context.request.packages===undefined)return
for(const install of(0,lint_packages.ps)(context,context.service,context.request))for(const requirement of(0,lint_packages.NZ)(install))yield{install:install,requirement:requirement}}function*unknownPackage(context){for(const{install:install,requirement:requirement}of askedIn(context)){if((0,lint_packages.xS)(requirement,install,context.request).kind!=="missing")continue
const{name:name,key:key,at:at}=requirement
const meant=meantName(key)
yield{message:`there is no package ${name} on the index`,at:at,why:"pip finds no matching distribution, and the build fails",...meant!==undefined&&{fix:`did you mean ${meant}?`}}}}function meantName(key){const near=(0,suggest.p)(key,wellKnown)
if(near!==undefined)return near
const core=coreOf(key)
return core.length<3?undefined:wellKnown.find(one=>coreOf(one)===core)}const coreOf=key=>key.replace(/^(?:python3?-|py-|py(?=[a-z]{3})|aio|async-|asyncio-)/,"").replace(/(?:-python|-py|-client|[23])$/,"")
function*unknownVersion(context){for(const{install:install,requirement:requirement}of askedIn(context)){const facts=(0,lint_packages.xS)(requirement,install,context.request)
if(facts.kind!=="known"||facts.all==="some")continue
if((0,lint_packages.FH)(requirement,install,install.targets[0],context.request)?.kind!=="no-version")continue
const wanted=(0,lint_packages.LJ)(requirement,install).join(",")
const exact=(0,choose.u0)(wanted)?/(?:^|,)={2,3}([^,*]+)/.exec(wanted)?.[1]:undefined
yield{message:exact===undefined?`no version of ${requirement.name} is ${wanted}`:`there is no ${requirement.name} ${exact}`,at:requirement.versionsAt,why:"pip finds no matching distribution, and the build fails",...fixOf(facts.releases,exact)}}}function fixOf(releases,exact){const near=exact===undefined?[]:(0,choose.Az)(releases,exact)
const newest=(0,choose.Rg)(releases)
if(near.length>0){const more=newest===undefined||near.includes(newest)?"":`; the newest is ${newest}`
return{fix:`the nearest ${near.length===1?"is":"are"} ${near.join(" and ")}${more}`}}return newest===undefined?{}:{fix:`the newest is ${newest}`}}function*notInstallable(context){for(const{install:install,requirement:requirement}of askedIn(context)){const{name:name,versionsAt:at}=requirement
const facts=(0,lint_packages.xS)(requirement,install,context.request)
if(facts.kind!=="known"||facts.all==="some")continue
const targets=install.targets.length===0?[undefined]:install.targets
for(const target of targets){const choice=(0,lint_packages.FH)(requirement,install,target,context.request)
const newest=(0,choose.Rg)(choice?.kind==="python"||choice?.kind==="no-file"?choice.releases:[])
if(choice?.kind==="python"&&install.python!==undefined){const wants=choice.releases.find(({version:version})=>version===newest)??choice.releases[0]
yield{message:`${name} ${wants?.version??""} wants Python ${wants?.requiresPython??""}, this stage has ${install.python}`,at:at,why:"pip passes such versions over, finds no other, and the build fails",fix:"take a version for this Python, or a base image with another one"}
break}if(choice?.kind==="no-file"&&target!==undefined)yield{message:`${name} ${newest??choice.releases[0]?.version??""} has neither a wheel for ${targetWords(target)} nor a source`,at:at,why:"pip finds nothing to install, and the build fails",...withWheel(facts.releases,requirement,target)}}}}function*noWheel(context){for(const{install:install,requirement:requirement,target:target,release:release}of builtFromSource(context)){if(release.wheels.every(wheel.rC))continue
const facts=(0,lint_packages.xS)(requirement,install,context.request)
yield{message:`${requirement.name} ${release.version} has no wheel for ${targetWords(target)}: it is compiled in the build`,at:requirement.versionsAt,why:"that needs a compiler and headers in the stage, and takes minutes under emulation",...withWheel(facts.kind==="known"?facts.releases:[],requirement,target)}}}function*sourceOnly(context){for(const{requirement:requirement,release:release}of builtFromSource(context))if(release.wheels.every(wheel.rC))yield{message:`${requirement.name} ${release.version} comes as source only`,at:requirement.versionsAt,why:"pip runs its setup in the build; whether that needs a compiler, no index tells"}}function*builtFromSource(context){for(const{install:install,requirement:requirement}of askedIn(context))for(const target of install.targets){const choice=(0,lint_packages.FH)(requirement,install,target,context.request)
if(choice?.kind==="taken"&&choice.as==="source")yield{install:install,requirement:requirement,target:target,release:choice.release}}}function targetWords({platform:platform,python:python,libc:libc}){const parts=[platform,...python===undefined?[]:[`Python ${python}`],...libc?.kind==="musl"?["musl"]:[]]
return parts.length===1?platform:`${parts.slice(0,-1).join(", ")} and ${parts.at(-1)}`}function withWheel(releases,requirement,target){const good=releases.filter(({wheels:wheels})=>wheels.some(tags=>(0,wheel.lA)(tags,target)))
const exact=/={2,3}([^,*]+)/.exec(requirement.versions??"")?.[1]
const near=exact===undefined?(0,choose.Rg)(good):(0,choose.Az)(good,exact).at(-1)??(0,choose.Rg)(good)
return near===undefined?{}:{fix:`${near} has one`}}function*yanked(context){for(const{install:install,requirement:requirement}of askedIn(context)){const choice=(0,lint_packages.FH)(requirement,install,install.targets[0],context.request)
if(choice?.kind!=="taken"||choice.release.yanked===undefined)continue
const{version:version,yanked:reason}=choice.release
const facts=(0,lint_packages.xS)(requirement,install,context.request)
const near=facts.kind==="known"?(0,choose.Az)(facts.releases,version):[]
yield{message:`${requirement.name} ${version} was taken back by those who made it`,at:requirement.versionsAt,...reason!==""&&{why:reason},...near.length>0&&{fix:`the nearest ${near.length===1?"is":"are"} ${near.join(" and ")}`}}}}const asks="The index is asked, PyPI or the one that `index-url`, the requirements file or the Dockerfile names; not with `offline`."
const packageRules=[{id:"unknown-package",scope:"service",severity:"error",title:"A package that the index does not have",docs:`\`aioconsul==0.1.0\`: pip finds no matching distribution, after minutes of build. ${asks}`,check:unknownPackage},{id:"unknown-version",scope:"service",severity:"error",title:"A version that the index does not have",docs:`\`cryptography==41.0.8\`: after 41.0.7 comes 42.0.0. The nearest versions are in the fix. ${asks}`,check:unknownVersion},{id:"not-installable",scope:"service",severity:"error",title:"A version that this Python or platform cannot install",docs:`It wants another Python than the base image has, or has neither a wheel for the platform nor a source. The Python is read from the name of the base image: \`python:3.11-slim\`, \`gcr.io/distroless/python3-debian12\`. ${asks}`,check:notInstallable},{id:"no-wheel",scope:"service",severity:"warning",title:"No wheel for the platform and Python: it is compiled",docs:`A wheel has to fit the Python, the platform and the C library of the stage: manylinux for Debian and its like, musllinux for Alpine. Without one, pip compiles the source: slow, very slow under emulation, and only with a compiler. A stage on \`$BUILDPLATFORM\` is not judged here. ${asks}`,check:noWheel},{id:"source-only",scope:"service",severity:"note",title:"A package without any compiled wheel",docs:`Mostly pure Python, and quick to build; but its setup runs in the build, and may ask for a compiler. ${asks}`,check:sourceOnly},{id:"yanked-version",scope:"service",severity:"warning",title:"A version that was taken back",docs:`Its makers yanked it: mostly broken or unsafe. pip installs it only because it is pinned. ${asks}`,check:yanked}]
const native_native=new Set(("aiohttp argon2-cffi-bindings asyncpg bcrypt blis brotli cassandra-driver cffi charset-normalizer-compiled confluent-kafka coincurve contourpy "+"cryptography curl-cffi cymem cython cytoolz dbus-python duckdb faiss-cpu fastparquet fiona frozenlist gevent greenlet grpcio "+"grpcio-tools h5py hiredis httptools jiter kiwisolver lightgbm llvmlite lmdb lxml lz4 matplotlib msgpack msgspec multidict "+"murmurhash mysqlclient netifaces numba numexpr numpy onnxruntime opencv-python opencv-python-headless orjson pandas pillow "+"polars preshed propcache psutil psycopg2 psycopg2-binary psycopg-binary psycopg-c pyarrow pycryptodome pycryptodomex pydantic-core "+"pygit2 pymssql pymupdf pynacl pyodbc pyproj pyrsistent-c pyyaml-c pyzmq rapidfuzz regex rpds-py ruamel-yaml-clib safetensors "+"scikit-image scikit-learn scipy sentencepiece setproctitle shapely spacy sqlcipher3 srsly tensorflow thinc tiktoken tokenizers "+"torch torchaudio torchvision ujson uvloop watchfiles xgboost xxhash yarl zstandard secp256k1 ckzg pysha3 eth-hash-c").split(" "))
const needsNative={"argon2-cffi":"argon2-cffi-bindings","grpcio-health-checking":"grpcio","grpcio-reflection":"grpcio","grpcio-status":"grpcio",pyopenssl:"cryptography",paramiko:"cryptography",fastapi:"pydantic-core","pydantic-settings":"pydantic-core",web3:"aiohttp",aiobotocore:"aiohttp",transformers:"tokenizers",statsmodels:"numpy",seaborn:"numpy"}
function nativeOf(key,versions){if(native_native.has(key))return key
if(key==="pydantic")return/^(?:==|~=|<=?)\s*1\b/.test(versions.join("").trim())?undefined:"pydantic-core"
return needsNative[key]}function*python_mismatch(context){const{trace:trace,request:request}=context
if(bringsPython(context))return
const runtime=(0,lint_packages.vM)(trace.final.stage,context,request)
for(const{step:step,builder:builder}of packageCopies(context)){const at={file:trace.file,line:step.instruction.line}
if(builder.python!==undefined&&runtime.python!==undefined&&builder.python!==runtime.python)yield{message:`packages for Python ${builder.python} are copied into an image with Python ${runtime.python}`,at:at,why:"compiled modules do not load in another Python, and folders such as lib/python3.11 are those of one",fix:`install them in a stage with Python ${runtime.python}`}
const[theirs,ours]=[builder.libc?.kind,runtime.libc?.kind]
if(theirs!==undefined&&ours!==undefined&&theirs!==ours)yield{message:`packages installed with ${theirs} are copied into an image with ${ours}`,at:at,why:"compiled modules are linked to one of the two C libraries and do not load with the other",fix:ours==="musl"?"install them in an Alpine stage":"install them in a Debian stage: python:...-slim"}}}function*unseen(context){const{trace:trace,request:request}=context
const copies=packageCopies(context)
const searched=copies.length===0?undefined:searchedBy(context)
if(searched===undefined)return
const{python:python}=(0,lint_packages.vM)(trace.final.stage,context,request)
const words=[...trace.final.entrypoint?.value.words??[],...trace.final.cmd?.value.words??[]].join(" ")
for(const{step:step,folder:folder,venv:venv,builder:builder}of copies){if(searched.includes(folder)||builder.python!==undefined&&builder.python!==python)continue
if(venv!==undefined&&words.includes(`${venv}/bin/`))continue
yield{message:`Python does not look for packages in ${folder}`,at:{file:trace.file,line:step.instruction.line},why:`it looks in ${searched.join(", ")}`,fix:`add "ENV PYTHONPATH=${folder}"${searched.find(one=>one.endsWith("-packages")&&one.startsWith("/usr/local"))?`, or copy them to ${searched.find(one=>one.endsWith("-packages")&&one.startsWith("/usr/local"))}`:""}`}}}function*nativeWheels(context){const{trace:trace,dockerfile:dockerfile,service:service,request:request}=context
const told=new Set
for(const{step:step,stage:stage}of packageCopies(context)){if(told.has(stage)||!runsOnBuildMachine(context,stage)||runsOnBuildMachine(context,trace.final.stage))continue
const chain=chainOf(trace,stage).map(({index:index})=>index)
const mine=(0,lint_packages.ps)(context,service,request).filter(one=>chain.includes(one.stage)&&one.targets.length===0)
const names=new Set(mine.flatMap(({requirements:requirements})=>requirements.flatMap(({key:key,versions:versions})=>nativeOf(key,[versions??[]].flat())??[])))
for(const install of mine)for(const requirement of(0,lint_packages.NZ)(install)){const choice=(0,lint_packages.FH)(requirement,install,undefined,request)
if(choice?.kind==="taken"&&choice.as==="wheel")names.add(requirement.key)}const line=dockerfile.stages[chain.at(-1)??-1]?.line
if(names.size===0||line===undefined)continue
told.add(stage)
const shown=[...names].slice(0,4).join(", ")
yield{message:`${shown}${names.size>4?` and ${names.size-4} more`:""}: compiled for the machine that builds, and line ${step.instruction.line} copies ${names.size>1?"them":"it"} into the image`,at:{file:dockerfile.file,line:line},why:"on $BUILDPLATFORM pip installs wheels for the build machine's processor; only pure Python is the same everywhere",fix:"leave --platform=$BUILDPLATFORM out of this FROM, so that the stage runs on the image's own platform"}}}const compilers=[{call:/\bgo\s+build\b[^&|;\n]*?\s-o[= ]?\s*["']?([^\s"'&|;]+)/g,name:"go build",cross:/GOARCH|TARGET|\bxx-/},{call:/\b(?:gcc|g\+\+|cc|c\+\+|clang)\b[^&|;\n]*?\s-o\s*["']?([^\s"'&|;]+)/g,name:"the C compiler",cross:/TARGET|\bxx-|-linux-gnu|--target|CROSS/},{call:/\bcargo\s+build\b[^&|;\n]*--release/g,name:"cargo build",cross:/TARGET|--target|CARGO_BUILD|\bxx-|zigbuild/}]
function*nativePrograms(context){const{trace:trace,dockerfile:dockerfile}=context
if(runsOnBuildMachine(context,trace.final.stage))return
for(const copy of trace.steps){const stage=trace.final.chain.includes(copy.stage)?takenFrom(copy,trace):undefined
if(stage===undefined||!runsOnBuildMachine(context,stage))continue
const chain=chainOf(trace,stage).map(({index:index})=>index)
const whole=chain.flatMap(index=>dockerfile.stages[index]?.instructions??[]).map(({raw:raw,heredocs:heredocs})=>[raw,...heredocs.map(({content:content})=>content)].join("\n")).join("\n")
for(const step of trace.steps.filter(one=>chain.includes(one.stage)&&one.instruction.keyword==="RUN"))for(const{call:call,name:name,cross:cross}of compilers){if(cross.test(whole))continue
const made=[...shellText(step).matchAll(call)].map(([,output="target/release"])=>external_node_path_.posix.resolve(step.workdir,output))
const taken=copy.paths.slice(0,-1).map(cleanPath)
if(!made.some(file=>taken.some(path=>isWithin(file,path)||isWithin(path,file))))continue
yield{message:`${name} makes a program for the machine that builds, and line ${copy.instruction.line} copies it into the image`,at:{file:dockerfile.file,line:step.instruction.line},why:"the stage is on $BUILDPLATFORM, and nothing here tells the compiler of another processor",fix:name==="go build"?"declare ARG TARGETARCH and build with GOARCH=$TARGETARCH":"leave --platform=$BUILDPLATFORM out of its FROM, or cross-compile for $TARGETARCH"}}}}const pythonRules=[{id:"native-on-build-platform",scope:"service",severity:"warning",title:"Compiled for the build machine, copied into the image",docs:"A stage on `$BUILDPLATFORM` runs fast, without emulation, and what it makes is for the machine that builds. Pure Python, JavaScript, generated text: fine. Native extensions (`grpcio`, `cryptography`, `pydantic` 2, `numpy`), and programs of a compiler that is not told the target, are for the wrong processor in an arm64 image built on amd64: `exec format error`, or an import that fails. Let that stage run on the image's platform, or cross-compile.",*check(context){yield*nativeWheels(context)
yield*nativePrograms(context)}},{id:"python-mismatch",scope:"service",severity:"warning",title:"Builder and runtime with different Pythons or C libraries",docs:"Packages are installed with one Python and run with another: compiled modules do not load, and `lib/python3.12` is no folder that Python 3.11 looks in. The same holds between Alpine's musl and Debian's glibc. The versions are those that image names tell: `python:3.11-slim`, `gcr.io/distroless/python3-debian12` (3.11).",check:python_mismatch},{id:"packages-unseen",scope:"service",severity:"warning",title:"Python packages where the runtime never looks",docs:"Packages copied to `/home/app/.local`, `/usr/local/lib/python3.11/site-packages` (Debian's Python, and with it distroless, looks in `dist-packages`) or a folder of their own are not found unless `PYTHONPATH` names that folder: the container ends with ModuleNotFoundError. Told for Docker's Python images, Debian and distroless, where it is known in which folders Python looks.",check:unseen}]
var errors=__webpack_require__(6008)
const installsIn=context=>(0,lint_packages.ps)(context,context.service,context.request)
const certain=install=>install.requirements.filter(one=>(0,lint_packages.Br)(one,install)==="yes")
function*refused(context){for(const{problems:problems}of installsIn(context))for(const{message:message,at:at,why:why,fix:fix}of problems)if(at!==undefined)yield{message:message,at:at,...why!==undefined&&{why:why},...fix!==undefined&&{fix:fix}}}function*requirements_development(context){const{entrypoint:entrypoint,cmd:cmd}=context.trace.final
const words=[entrypoint,cmd].flatMap(one=>one?.value.words??[]).flatMap(word=>word.split(/[\s/]+/))
if(words.some(word=>isDevelopment(word)))return
for(const install of installsIn(context).filter(({conditional:conditional})=>!conditional))for(const{name:name,key:key,at:at}of certain(install))if(isDevelopment(key))yield{message:`${name} serves development, and ends in the image`,at:at,why:"it makes the build longer and the image larger, and no service needs it to run",fix:"move it to a requirements-dev.txt that this image does not install"}}function*unpinned(context){for(const install of installsIn(context))for(const requirement of certain(install)){const{name:name,key:key,url:url,versions:versions,at:at}=requirement
if(url!==undefined||isInstaller(key))continue
if((0,lint_packages.LJ)(requirement,install).some(choose.u0))continue
yield{message:versions===undefined?`${name} has no version: every build may bring another one`:`${name}${versions} leaves the version open: every build may bring another one`,at:at,fix:`pin it: ${name}==VERSION`}}}function*duplicates(context){for(const install of installsIn(context)){for(const[first,other]of pairs(certain(install))){if(contradiction(first,other)!==undefined)continue
if(first.extras.join()!==other.extras.join())continue
yield{message:`${other.name} is asked for twice, first in ${(0,errors.j$)(first.at)}`,at:other.at,fix:"keep one of the two lines"}}}}function*conflicts(context){for(const install of installsIn(context)){const wanted=certain(install)
const limits=install.constraints.filter(one=>(0,lint_packages.Br)(one,install)==="yes")
const againstLimits=wanted.flatMap(one=>limits.filter(({key:key})=>key===one.key).map(limit=>[limit,one]))
for(const[first,other]of[...pairs(wanted),...againstLimits]){const why=contradiction(first,other)
if(why===undefined)continue
yield{message:`${other.name}${other.versions??""} contradicts ${first.name}${first.versions??""} in ${(0,errors.j$)(first.at)}`,at:other.versionsAt,why:why,fix:"keep one of the two"}}}}function pairs(list){const first=new Map
return list.flatMap(one=>{const before=first.get(one.key)
if(before===undefined)first.set(one.key,one)
if(before===undefined||(0,errors.j$)(before.at)===(0,errors.j$)(one.at))return[]
return[[before,one]]})}function contradiction(a,b){if(a.versions===undefined||b.versions===undefined)return undefined
for(const[one,other]of[[a.versions,b.versions],[b.versions,a.versions]]){const pinned=/(?:^|,)={2,3}([^,*]+)(?:,|$)/.exec(one)?.[1]
if(pinned!==undefined&&!(0,choose.v9)(pinned,other))return`pip finds no version: ${pinned} is not ${other}`}return undefined}function*requirements_rivals(context){const all=installsIn(context).flatMap(certain)
const keys=[...new Set(all.map(({key:key})=>key))]
const told=new Set
for(const{name:name,key:key,at:at}of all){const others=rivalsOf(key,keys).filter(other=>keys.indexOf(other)<keys.indexOf(key))
if(others.length===0||told.has(key))continue
told.add(key)
yield{message:`${name} beside ${others.join(" and ")}: they are rivals`,at:at,why:"both bring modules of the same name; which one is imported depends on what was installed last",fix:"keep the one that the code was written for"}}}const requirementRules=[{id:"requirements-error",scope:"service",severity:"error",title:"A requirements file that pip refuses",docs:"A line that is no requirement, or a file that `-r` or `-c` names and that nothing copies into the image. Which files are read: those that a `pip install -r` (or `uv pip install -r`) of a needed stage names, found through the `COPY` that brings them, with all they include.",check:refused},{id:"dev-package",scope:"service",severity:"warning",title:"A package for development in a production image",docs:"pytest, black, flake8, mypy and their like make the build longer and the image larger, and give an intruder more to work with. Keep them in a file of their own that the image does not install. A stage that only runs tests is not looked at unless the image needs it.",check:requirements_development},{id:"unpinned-package",scope:"service",severity:"note",title:"A requirement that leaves the version open",docs:"The same commit gives another image tomorrow, perhaps one that does not work. Pin with `==`, or by a constraints file (`-c`).",check:unpinned},{id:"duplicate-package",scope:"service",severity:"warning",title:"A package that is asked for twice",docs:"Names are compared as pip does: `PyYAML`, `pyyaml` and `py_yaml` differ only where their letters do. When one line is raised, the other holds the old version fast.",check:duplicates},{id:"package-conflict",scope:"service",severity:"error",title:"Requirements that contradict each other",docs:"Two lines, or a line and a constraint, that no version can satisfy together: pip gives up. What packages ask of each other is not looked at.",check:conflicts},{id:"rival-packages",scope:"service",severity:"warning",title:"Packages that stand in each other's way",docs:"`python-consul` and `python-consul2` both bring the module `consul`, and whichever is installed last wins. The same goes for `psycopg2` and `psycopg2-binary`, `pyjwt` and `jwt`, and others that are known.",check:requirements_rivals}]
function*finalUser(context){const{trace:trace,service:service,request:request}=context
const user=inherited("user",context,request)
const wanted=service.verify.user
const example=wanted??"65532:65532"
const own=trace.final.user!==undefined
const at={file:trace.file,line:own?user?.line??trace.final.line:trace.final.line}
const fix=`add "USER ${example}" to the final stage`
const lenient=wanted===undefined&&!startsAsRoot(context)&&{severity:"note"}
if(user===undefined){const{entrypoint:entrypoint,cmd:cmd}=trace.final
const onScratch=standsOn(context,request).at(-1)?.base.kind==="scratch"
if(wanted===undefined&&onScratch&&entrypoint===undefined&&cmd===undefined)return
if(/nonroot/.test(outsideBase(context,request)??""))return
yield{message:"the final stage sets no USER, so the image runs as its base does: as root, mostly",at:at,fix:fix,...lenient}}else if(user.value.includes("$"))return
else if(!/^[0-9]+(?::[0-9]+)?$/.test(user.value)||/^0+(?::|$)/.test(user.value))yield{message:`USER ${user.value} is ${/^(?:0+|root)(?::|$)/.test(user.value)?"root":"no number"}`,at:at,why:"Kubernetes and the like can tell a user that is not root by its number only",fix:`say "USER ${example}"`,...lenient}
else if(wanted!==undefined&&user.value!==wanted)yield{message:`USER ${user.value}, and the catalog wants ${wanted} (verify.user)`,at:at,fix:`say "USER ${wanted}"`}}function startsAsRoot(context){const bare=bareness(context,context.request)
return bare==="scratch"||bare==="distroless"&&/(?:^|\/)distroless\//.test(outsideBase(context,context.request)??"")}function finalInstructions({dockerfile:dockerfile,trace:trace}){const all=[...trace.final.chain].reverse().flatMap(index=>dockerfile.stages[index]?.instructions??[])
return all.filter(({keyword:keyword},i)=>keyword==="RUN"||!all.slice(i+1).some(later=>later.keyword===keyword))}const commands=new Set(["RUN","CMD","ENTRYPOINT","HEALTHCHECK"])
const accounts=/\b(?:useradd|adduser|groupadd|addgroup)\b/
function*shellForm(context){const bare=bareness(context,context.request)
if(bare===undefined||hasOwnShell(context))return
for(const instruction of finalInstructions(context)){const{keyword:keyword,form:form,args:args,line:line}=instruction
if(!commands.has(keyword)||form==="json"||args.length===0)continue
const health=keyword==="HEALTHCHECK"?" CMD":""
const account=keyword==="RUN"&&accounts.test(args[0]??"")
const edit=keyword==="RUN"?undefined:execForm(context,instruction)
yield{message:`${keyword}${health} in shell form, and the final image has no shell`,at:{file:context.dockerfile.file,line:line},...account&&{why:"nor has it programs that add users: distroless brings the user 65532 (nonroot)"},fix:account?'leave it out and say "USER 65532:65532"':keyword==="RUN"?"do it in an earlier stage and COPY --from the result":`write the program and its arguments as JSON: ${keyword}${health} ["/usr/bin/python3", "..."]`,...edit!==undefined&&{edits:[edit]}}}}const hasOwnShell=({trace:trace})=>trace.final.shell!==undefined
function execForm({dockerfile:dockerfile},instruction){const text=instruction.args[0]??""
if(/[^\w\s./:=@%+,-]/.test(text)||/^\w+=/.test(text)||instruction.line!==instruction.endLine)return undefined
const words=text.trim().split(/\s+/)
const json=`[${words.map(word=>JSON.stringify(word)).join(", ")}]`
const escaped=text.replace(/[.*+?^${}()|[\]\\]/g,"\\$&")
return replaceGroup(dockerfile,instruction,new RegExp(`\\s(${escaped})\\s*$`),json)}const tool=/^(?:\/(?:usr\/)?s?bin\/)?(?:sh|bash|ash|dash|curl|wget|nc|useradd|adduser|groupadd|apt|apt-get|apk|pip|pip3)$/
const otherPython=/^(?:\/usr\/bin\/)?python$|^\/usr\/local\/bin\/python[\d.]*$/
const script=/^(?:uvicorn|gunicorn|hypercorn|daphne|waitress-serve|flask|fastapi|celery|alembic|django-admin|streamlit)$/
function*missingTool(context){const bare=bareness(context,context.request)
if(bare===undefined)return
const copied=new Set(finalSteps(context,context.request).flatMap(step=>step.paths.flatMap(path=>[external_node_path_.posix.basename(path),external_node_path_.posix.join(placeOf(step),external_node_path_.posix.basename(path))])))
const ref=outsideBase(context,context.request)??""
const python=bare==="distroless"&&/distroless\/python/.test(ref)
for(const{keyword:keyword,form:form,args:args,line:line}of finalInstructions(context)){const[program="",...rest]=args
if(!commands.has(keyword)||form!=="json"||copied.has(program)||copied.has(external_node_path_.posix.basename(program)))continue
const at={file:context.dockerfile.file,line:line}
const message=`${keyword} runs ${program}, which the final image does not have`
if(tool.test(program)){const account=accounts.test(program)
const fix=account?'leave it out and say "USER 65532:65532"':python?usePython(keyword):"use a program that is copied into the image"
yield{message:message,at:at,fix:fix}}else if(/(?:^|\/)distroless\//.test(ref)&&otherPython.test(program))yield{message:message,at:at,why:"its Python is /usr/bin/python3",fix:`say ${JSON.stringify(["/usr/bin/python3",...rest.slice(0,2)]).replace(/\]$/,rest.length>2?", ...]":"]").replaceAll('","','", "')}`}
else if(python&&script.test(program))yield{message:`${keyword} runs the script ${program}, which finds no Python here`,at:at,why:"its first line names the Python of the stage it was installed in, /usr/local/bin/python as a rule",fix:`say ["/usr/bin/python3", "-m", "${program}", ...]`}}}const usePython=keyword=>keyword==="HEALTHCHECK"?`use what is there: CMD ["/usr/bin/python3", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8080/health')"]`:"use what is there: /usr/bin/python3"
const runtimeRules=[{id:"final-user",scope:"service",severity:"warning",title:"The image does not run as the numeric, non-root user it should",docs:"Without `USER` a container runs as root. A name cannot be checked from outside and needs an /etc/passwd; a number needs nothing. On distroless images and `scratch`, and where the catalog wants a user, it is a warning; an image with a shell may start as root and give it up, so there it is a note. `verify.user` in the catalog says which one is wanted.",check:finalUser},{id:"distroless-shell",scope:"service",severity:"warning",title:"Shell form on an image without a shell",docs:"`RUN x`, `CMD x`, `ENTRYPOINT x` and `HEALTHCHECK CMD x` run `/bin/sh -c x`. Distroless images and `scratch` have no shell: the build fails, the container does not start, or it is unhealthy for ever. Use the JSON form.",check:shellForm},{id:"distroless-tool",scope:"service",severity:"warning",title:"A program that the final image does not have",docs:"No shell, no curl, no wget, no package manager, and Python only as `/usr/bin/python3`: `python` and `/usr/local/bin/python` are those of other images. Scripts such as `uvicorn` start with the path of the Python they were installed with, which is not there either; run them as modules. `HEALTHCHECK` can ask by Python's `urllib`.",check:missingTool}]
const unquoted=text=>text.replace(/^(["'])(.*)\1$/s,"$2")
function looksLikeOne(name,value){const text=fillIn(unquoted(value??""),()=>undefined)
if(/^\$\{?\w+\}?$/.test(text))return false
return(0,credentials.m)("build argument",name,text)!==undefined}const secrets_check=keywords=>function*({dockerfile:dockerfile,trace:trace}){const final=new Set(trace.final.chain.flatMap(index=>dockerfile.stages[index]?.instructions??[]))
for(const instruction of dockerfile.instructions){const{keyword:keyword,pairs:pairs,line:line}=instruction
if(!keywords.includes(keyword))continue
if(keyword==="ENV"&&!final.has(instruction))continue
for(const{key:key,value:value}of pairs){const given=keyword==="ARG"&&value===undefined?"a value":value
if(!looksLikeOne(unquoted(key),given))continue
yield{message:`${keyword} ${key} looks like a credential`,at:{file:dockerfile.file,line:line},why:"everyone who has the image can read it in its history or configuration",fix:"use RUN --mount=type=secret in the build, and the environment of the running container"}}}}
const secretRules=[{id:"credential",scope:"service",severity:"error",title:"An ARG or LABEL that looks like a credential",docs:"Build args end in the image's history, labels in its configuration. Hand it to the build under `secrets` in the catalog, and use it by `RUN --mount=type=secret`.",check:secrets_check(["ARG","LABEL"])},{id:"credential-env",scope:"service",severity:"warning",title:"An ENV that looks like a credential",docs:"The value is in the image for all to read. Give it to the container when it starts.",check:secrets_check(["ENV"])}]
const own=new Set(["dockerfile/missing-source","dockerfile/ignored-source"])
const withCode=(wanted,otherwise)=>function*(problems,service){for(const{code:code,at:at,message:message,why:why,fix:fix=otherwise}of problems)if(wanted(code))yield{message:message,at:at??service.at,...why&&{why:why},...fix&&{fix:fix}}}
const sourceRules=[{id:"missing-source",scope:"problems",severity:"error",title:"COPY or ADD of something that is not in the build context",docs:"Paths are relative to the context, not to the Dockerfile: with the context `.` a Dockerfile in `infrastructure/mesh/` has to say `COPY infrastructure/mesh/app/ .`. The path that was probably meant is in the message.",check:withCode(code=>code==="dockerfile/missing-source","nothing in the context has that name: add it, or take it out of this line")},{id:"ignored-source",scope:"problems",severity:"error",title:"COPY or ADD of something that the ignore file leaves out",docs:"It is on disk, but the engine does not get it. Take it back with a line `!path` after the pattern that hides it, or change the pattern.",check:withCode(code=>code==="dockerfile/ignored-source")},{id:"dockerfile-error",scope:"problems",severity:"error",title:"A Dockerfile or ignore file the engine would refuse",docs:"A syntax error, an unknown stage, a malformed pattern, a link that leaves the context. The build would fail at this line.",check:withCode(code=>!own.has(code))}]
const made_deepest=20
const system=/^\/(?:bin|boot|dev|etc|home|lib\w*|media|mnt|opt|proc|root|run|s?bin|srv|sys|tmp|usr|var|go)(?:\/|$)/
const foreign=/^\/root\/\.local(?:\/|$)|^\/home\/(?!nonroot|node|ubuntu)[^/]+(?:\/|$)|^\/opt\/(?!yarn)[^/]+(?:\/|$)/
function makes(subject,index,path,depth=0){const stage=stageAt(subject.trace,index)
if(stage===undefined||depth>made_deepest)return"maybe"
const below=baseMakes(subject,stage,path,depth)
return below==="no"?stepsMake(subject,index,path,depth):below}function stepsMake(subject,index,path,depth=0){const answers=[...workdirs(subject,index).map(folder=>folder===undefined?"maybe":isWithin(folder,path)?"yes":"no"),...subject.trace.steps.filter(step=>step.stage===index).map(step=>stepMakes(subject,step,path,depth))]
return answers.includes("yes")?"yes":answers.includes("maybe")?"maybe":"no"}function baseMakes(subject,{base:base},path,depth){switch(base.kind){case"scratch":return"no"
case"stage":return makes(subject,base.stage,path,depth+1)
case"named":return"maybe"
case"image":return environmentOf(base.ref)===undefined||system.test(path)&&!foreign.test(path)?"maybe":"no"
default:return base}}function workdirs({dockerfile:dockerfile},index){let here="/"
return(dockerfile.stages[index]?.instructions??[]).flatMap(({keyword:keyword,args:args})=>{if(keyword!=="WORKDIR")return[]
const text=(args[0]??"").replace(/^(["'])(.*)\1$/,"$2")
if(text.includes("$"))here=undefined
else if(text.startsWith("/"))here=cleanPath(text)
else if(here!==undefined)here=external_node_path_.posix.resolve(here,text)
return[here]})}function stepMakes(subject,step,path,depth){if(step.instruction.keyword==="RUN")return runMakes(step,path)
const place=placeOf(step)
if(place.includes("$")||step.instruction.flags.some(({name:name})=>name==="parents"))return"maybe"
if(isWithin(place,path))return"yes"
if(!isWithin(path,place))return"no"
const rest=path.slice(place==="/"?1:place.length+1)
const sources=step.paths.slice(0,-1)
if(step.instruction.heredocs.length>0||sources.some(source=>/[$*?[]|:\/\/|\.(?:tar|tgz|zip|txz)/.test(source)))return"maybe"
const{flags:flags}=step.instruction
const from=takenFrom(step,subject.trace)
if(from!==undefined){const answers=sources.flatMap(source=>[makes(subject,from,external_node_path_.posix.join(cleanPath(source),rest),depth+1),...external_node_path_.posix.basename(source)===rest.split("/")[0]?["maybe"]:[]])
return answers.find(answer=>answer!=="no")??"no"}if(flags.some(({name:name})=>name==="from"))return"maybe"
const mine=subject.selected.filter(({input:input})=>input.line===step.instruction.line&&input.stage===step.stage)
if(mine.length===0||subject.trace.wholeContext.length>0)return"maybe"
const wanted=sources.flatMap(source=>{const root=cleanPath(source).slice(1)
return[external_node_path_.posix.join(root,rest),...external_node_path_.posix.basename(root)===rest?[root]:[]]})
const has=mine.some(({entries:entries,root:root})=>entries.some(({path:entry})=>wanted.some(one=>isWithin(entry,`${root}${one}`))))
return has?"yes":"no"}const tame=/^(?:apt-get|apt|apk|yum|dnf|microdnf|tdnf|pip[\d.]*|useradd|adduser|groupadd|addgroup|usermod|chmod|chown|rm|mkdir|echo|printf|true|set|export|cd|test|\[|touch|find|sed|update-ca-certificates|ldconfig|apt-mark|dpkg|if|then|fi|else|:|ls|cat|id|sleep|which|strip|head|tail|grep|sort)$/
function runMakes(step,path){const text=shellText(step)
if(step.instruction.heredocs.length>0)return"maybe"
const name=external_node_path_.posix.basename(path)
const commands=(0,shell.h)(text)
if(commands.some(([program=""],i)=>!tame.test(external_node_path_.posix.basename(program))&&!isTamePython(commands[i]??[])))return"maybe"
const user=/^\/(?:root|home\/[^/]+)\/\.local(?:\/|$)/.test(path)
if(user)return/--user|--prefix|--root|\.local|PIP_USER|PYTHONUSERBASE/.test(`${text} ${Object.keys(step.variables).join(" ")}`)?"maybe":"no"
if(text.includes(name)||path.startsWith("/home/")&&/adduser|useradd/.test(text))return"maybe"
return"no"}function isTamePython([program="",option,what=""]){if(/^\w+=/.test(program))return false
if(!/^python[\d.]*$/.test(external_node_path_.posix.basename(program)))return false
return option==="-m"?/^(?:pip|compileall|ensurepip)$/.test(what):option==="-c"&&!/open\(|write|mkdir|makedirs|copy/.test(what)}function*missingInStage(context){const{trace:trace}=context
for(const step of trace.steps){const from=step.instruction.keyword==="COPY"?takenFrom(step,trace):undefined
if(from===undefined)continue
for(const source of step.paths.slice(0,-1)){if(/[$*?[]/.test(source)||makes(context,from,cleanPath(source))!=="no")continue
const name=stageAt(trace,from)?.name??`stage ${from}`
const meant=(0,suggest.p)(cleanPath(source),placesIn(context,from))
yield{message:`${name} never makes ${source}`,at:{file:trace.file,line:step.instruction.line},why:"no COPY brings it there, and no command of that stage is one that makes it",fix:meant===undefined?`COPY it into ${name} first, or take this line out`:`did you mean ${meant}?`}}}}const placesIn=({trace:trace},stage)=>trace.steps.flatMap(step=>step.stage===stage&&step.instruction.keyword!=="RUN"?[placeOf(step)]:[])
const ordinary=/^(?:http|pip|uvicorn|gunicorn|hypercorn|flask|celery|django|streamlit|debugpy|venv|json|unittest|pytest|compileall|site)(?:\.|$)/
function*missingModule(context){const{trace:trace,service:service}=context
const line=trace.final.cmd?.line??trace.final.entrypoint?.line
const entry=moduleOf(commandWords(context))
if(entry===undefined||line===undefined||ordinary.test(entry))return
const searched=searchedBy(context)
if(searched===undefined||trace.final.base.kind!=="image"||trace.wholeContext.length>0)return
if(trace.steps.some(step=>installsOwn.test(shellText(step))))return
const path=entry.replaceAll(".","/")
const files=[`${path}.py`,`${path}/__main__.py`,`${path}/__init__.py`,`${path}.pyc`]
const folders=[...new Set(searched)].filter(folder=>!/-packages$|^\/usr\/lib\//.test(folder))
const places=folders.flatMap(folder=>files.map(file=>external_node_path_.posix.join(folder,file)))
const stages=trace.final.chain
if(places.some(place=>stages.some(stage=>stepsMake(context,stage,place)!=="no")))return
const own=findBelow(context,files.slice(0,2),service.context==="."?"":`${service.context}/`)
if(own===undefined)return
yield{message:`the container starts the module ${entry}, and no instruction brings ${own} to where Python looks`,at:{file:trace.file,line:line},why:`of the image's own folders, Python looks in ${folders.join(", ")}`,fix:`COPY the folder that holds ${path.split("/")[0]} to ${workdirOf(context)}, or name it in PYTHONPATH`}}const installsOwn=/\bpip[\d.]*\s+install\b[^&|;\n]*\s(?:-e|--editable|\.{1,2}(?=[\s/[]|$)|\/|\S+\.whl)|setup\.py|\b(?:poetry|uv|pdm|hatch|flit|pipenv)\s|-m\s+build\b/
function findBelow({request:request},files,folder){const folders=[request.around.tree]
for(let next=folders.pop();next!==undefined;next=folders.pop())for(const child of next.children?.values()??[]){const{path:path}=child.entry
if(child.children!==undefined)folders.push(child)
else if(path.startsWith(folder)&&files.some(file=>`/${path}`.endsWith(`/${file}`)))return path}return undefined}const stageSourceRules=[{id:"missing-stage-source",scope:"service",severity:"error",title:"COPY --from of something the other stage never makes",docs:"The build fails at this line, minutes after it began. Told only where it can be known: the other stage starts from a well-known image or from nothing, and every command in it is one whose results are known, such as `apt-get`, `pip`, `mkdir` and `chown`. A `make` or `npm run build` may make anything, and nothing is said.",check:missingInStage},{id:"missing-module",scope:"service",severity:"warning",title:"The container starts a Python module that is not in the image",docs:"`python -m controller.main` ends with ModuleNotFoundError when `controller/` is not below the working directory or a folder of `PYTHONPATH`. Told where the module is one of the repository and every instruction that might bring it is understood.",check:missingModule}]
const use=/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:[#%/^,:][^-+=?}][^}]*)?\})/g
function shellVariables({rest:rest,heredocs:heredocs}){const bodies=heredocs.map(({content:content})=>content)
const text=[rest,...bodies].join("\n")
if(/(?:^|[\s;&|(])(?:\.|source|eval)\s/.test(text))return[]
const plain=withoutSingleQuotes([rest,.../^\s*<</.test(rest)?bodies:[]].join("\n"))
const names=new Set
for(const[all,bare,braced]of plain.matchAll(use)){const name=bare??braced??""
if(all!==""&&!setsIt(text,name))names.add(name)}return[...names]}function withoutSingleQuotes(text){let plain=""
let quote
for(let at=0;at<text.length;at++){const char=text[at]??""
if(quote!=="'"&&char==="\\")at++
else if(quote==="'")quote=char==="'"?undefined:quote
else{if(char===quote)quote=undefined
else if(quote===undefined&&(char==="'"||char==='"'))quote=char
if(quote!=="'")plain+=char}}return plain}function setsIt(text,name){return new RegExp(`(?:^|[^\\w$])${name}\\+?=|\\b(?:for|read|declare|local|export)\\s(?:[^;\\n]*\\s)?${name}\\b`).test(text)}const platformArg=/^(?:TARGET|BUILD)(?:PLATFORM|OS|ARCH|VARIANT)$/
const keywords=new Set(["LABEL","ENV"])
function declaredAnywhere({dockerfile:dockerfile}){return new Set(dockerfile.instructions.filter(({keyword:keyword})=>keyword==="ARG").flatMap(({pairs:pairs})=>pairs.map(({key:key})=>key)))}function declarer({dockerfile:dockerfile}){const made=new Map
return(name,instruction)=>{const stage=dockerfile.stages.findLast(({line:line})=>line<=instruction.line)
const key=`${stage?.index} ${name}`
const edit=made.get(key)??insertAbove(dockerfile,instruction,`ARG ${name}`)
made.set(key,edit)
return[edit]}}function*undeclared(context){const{trace:trace,service:service,dockerfile:dockerfile}=context
const declared=declaredAnywhere(context)
const declare=declarer(context)
const tell=(name,instruction)=>({message:`${instruction.keyword} uses $${name}, which this stage does not declare: it will be empty`,at:{file:trace.file,line:instruction.line},why:declared.has(name)?"an ARG is seen only in the stage that declares it":"nothing in the Dockerfile sets it",fix:`add "ARG ${name}" to this stage, above the ${instruction.keyword}`,edits:declare(name,instruction)})
for(const{name:name,keyword:keyword,line:line,certainty:certainty}of trace.unset){const instruction=dockerfile.instructions.find(one=>one.line===line&&one.keyword===keyword)
if(!keywords.has(keyword)||instruction===undefined)continue
if(isGuarded(name,instruction))continue
const meant=declared.has(name)||Object.hasOwn(service.args,name)||platformArg.test(name)
if(meant||keyword==="LABEL")yield tell(name,instruction)
else if(certainty==="sure"&&!(0,dockerfile_dockerfile.Z7)(name)&&keyword!=="ENV")yield tell(name,instruction)}for(const{stage:stage,instruction:instruction,names:names}of runs(context))for(const name of names){const meant=declared.has(name)||Object.hasOwn(service.args,name)||platformArg.test(name)
if(meant&&!mayInherit(name,stage,context))yield tell(name,instruction)}}const isGuarded=(name,{raw:raw})=>!new RegExp(`\\$(?:${name}\\b|\\{${name}\\})`).test(raw)
function*runs({dockerfile:dockerfile,trace:trace}){const known=new Map
for(const{index:index,base:base}of trace.stages){const stage=dockerfile.stages[index]
if(stage===undefined)continue
const names=new Set(base.kind==="stage"?known.get(base.stage):[])
known.set(index,names)
for(const instruction of stage.instructions){const{keyword:keyword,pairs:pairs,form:form}=instruction
if(keyword==="ARG"||keyword==="ENV")for(const{key:key}of pairs)names.add(key)
if(keyword!=="RUN"||form==="json")continue
yield{stage:stage,instruction:instruction,names:shellVariables(instruction).filter(name=>!names.has(name))}}}}function mayInherit(name,stage,{trace:trace,request:request,from:from}){if(platformArg.test(name))return false
let found=trace.stages.find(({index:index})=>index===stage.index)
while(found?.base.kind==="stage"){const below=found.base.stage
found=trace.stages.find(({index:index})=>index===below)}const base=found?.base
if(base?.kind==="scratch")return false
if(base?.kind==="named"){const subject=request.subjects.get(from[base.name]??"")
return subject===undefined||!("trace"in subject)||name in subject.trace.final.env}const environment=base===undefined?undefined:environmentOf(base.ref)
return environment===undefined||environment.has(name)}function*undefinedVariables(context){const{trace:trace,service:service,dockerfile:dockerfile}=context
const declared=declaredAnywhere(context)
for(const{name:name,keyword:keyword,line:line,certainty:certainty,stage:stage}of trace.unset){const found=dockerfile.stages[stage]
const instruction=dockerfile.instructions.find(one=>one.line===line&&one.keyword===keyword)
if(keyword!=="ENV"||found===undefined||instruction===undefined)continue
if(declared.has(name)||Object.hasOwn(service.args,name)||(0,dockerfile_dockerfile.Z7)(name))continue
if(isGuarded(name,instruction))continue
if(instruction.pairs.some(({key:key})=>key===name))continue
if(certainty==="maybe"&&mayInherit(name,found,context))continue
yield{message:`ENV uses $${name}, which nothing sets: the value will lack it`,at:{file:trace.file,line:line},why:"variables of the running container are not known when the image is built, so none is filled in later",fix:`leave this ENV out and set it where the container is started, or declare "ARG ${name}" if it is no secret`}}}const variableRules=[{id:"undeclared-arg",scope:"service",severity:"warning",title:"LABEL, ENV or RUN uses an ARG its stage does not declare",docs:"An `ARG` holds for its stage alone, and one before the first `FROM` for `FROM` lines alone. Used elsewhere it is empty, and labels such as the build date are lost without a word. Repeat `ARG NAME` in the stage that uses it; `lucid lint --fix` does.",check:undeclared},{id:"undefined-variable",scope:"service",severity:"warning",title:"ENV uses a variable that nothing sets",docs:"`ENV URI=mongodb://app:$PASSWORD@db` is filled in when the image is built, from ARG and ENV alone. What is only known when the container starts is lost: the value is stored without it. Compose it where the container is started, or in the program.",check:undefinedVariables}]
const rules=[...sourceRules,...stageSourceRules,...variableRules,...cacheRules,...fromRules,...pythonRules,...runtimeRules,...healthRules,...composeRules,...secretRules,...requirementRules,...packageRules,...contextRules,...catalogRules,...buildCheckRules]},4959:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{V:()=>machineOf,o:()=>programOf})
const machines={3:"i686",21:"ppc64le",22:"s390x",40:"armv7l",62:"x86_64",183:"aarch64",243:"riscv64",258:"loongarch64"}
const wantedMachines={386:"i686",amd64:"x86_64",arm:"armv7l",arm64:"aarch64",loong64:"loongarch64",ppc64le:"ppc64le",riscv64:"riscv64",s390x:"s390x"}
function machineOf(platform){return wantedMachines[platform.split("/")[1]??""]}function programOf(head){const bytes=Buffer.from(head.buffer,head.byteOffset,head.byteLength)
if(bytes.length>=20&&bytes.readUInt32BE(0)===2135247942){const machine=bytes[5]===2?bytes.readUInt16BE(18):bytes.readUInt16LE(18)
const loader=loaderOf(bytes)
return{kind:"elf",machine:machines[machine]??`machine ${machine}`,...loader!==undefined&&{loader:loader}}}if(bytes.subarray(0,2).toString("latin1")==="#!"){const line=bytes.subarray(2,256).toString("utf8").split("\n",1)[0]??""
return{kind:"script",interpreter:line.trim().split(/\s+/)}}return{kind:"other"}}function loaderOf(bytes){if(bytes.length<64||bytes[4]!==2||bytes[5]!==1)return undefined
const table=Number(bytes.readBigUInt64LE(32))
const size=bytes.readUInt16LE(54)
const count=bytes.readUInt16LE(56)
for(let i=0;i<count&&size>=56;i++){const at=table+i*size
if(at+56>bytes.length)return undefined
if(bytes.readUInt32LE(at)!==3)continue
const from=Number(bytes.readBigUInt64LE(at+8))
const length=Number(bytes.readBigUInt64LE(at+32))
if(length<2||length>256||from+length>bytes.length)return undefined
return bytes.toString("utf8",from,from+length).replace(/\0.*$/s,"")}return undefined}},9747:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{U:()=>isLoopback,f:()=>openHttp})
function openHttp(env){const agents=new Map
const agentFor=({protocol:protocol,hostname:hostname})=>{const local=isLoopback(hostname)
const key=`${protocol}${local}`
let agent=agents.get(key)
if(agent===undefined){agent=open(protocol,local?{}:env)
agents.set(key,agent)}return agent}
return async request=>{const{request:start,agent:agent}=await agentFor(request.url)
try{return await once(start,agent,request)}catch(error){const whole=request.body===undefined||request.body instanceof Uint8Array
if(error.stale&&whole)return once(start,agent,request)
throw error}}}async function open(protocol,env){const http=protocol==="https:"?await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__,4708,19)):await Promise.resolve().then(__webpack_require__.t.bind(__webpack_require__,7067,19))
const proxyEnv={...env}
return{request:http.request,agent:new http.Agent({keepAlive:true,maxFreeSockets:32,proxyEnv:proxyEnv})}}function isLoopback(hostname){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[?::1\]?)$/.test(hostname)}function once(start,agent,request){const{method:method,url:url,headers:headers,body:body,signal:signal,idleMs:idleMs,totalMs:totalMs,maxBytes:maxBytes}=request
return new Promise((resolve,reject)=>{const length=body===undefined&&method!=="PUT"&&method!=="POST"?undefined:body?.length??0
const sent=start(url,{method:method,agent:agent,signal:signal,headers:{...headers,...length!==undefined&&{"content-length":length}}})
const late=()=>sent.destroy(failure("the time for this call ran out","DEADLINE"))
const timer=setTimeout(late,Math.max(1,totalMs))
sent.on("close",()=>clearTimeout(timer))
sent.setTimeout(idleMs,()=>sent.destroy(failure(`no answer for ${idleMs/1e3} s`,"ETIMEDOUT")))
sent.on("error",error=>reject(sent.reusedSocket&&error.code==="ECONNRESET"?Object.assign(error,{stale:true}):error))
sent.on("response",answer=>{const status=answer.statusCode??0
if(request.stream&&status>=200&&status<300)return resolve({status:status,headers:flat(answer.headers),body:new Uint8Array,stream:answer})
const chunks=[]
let size=0
answer.on("data",chunk=>{size+=chunk.length
if(size>maxBytes)answer.destroy(failure(`the answer is longer than ${maxBytes} bytes`,"TOO_LARGE"))
else chunks.push(chunk)})
answer.on("error",reject)
answer.on("end",()=>resolve({status:status,headers:flat(answer.headers),body:Buffer.concat(chunks)}))})
if(body===undefined||body instanceof Uint8Array)sent.end(body)
else body.open().then(source=>{source.on("error",error=>sent.destroy(error))
sent.on("close",()=>source.destroy())
source.pipe(sent)},error=>sent.destroy(error))})}function flat(headers){return Object.fromEntries(Object.entries(headers).map(([name,value])=>[name,Array.isArray(value)?value.join(", "):value]))}function failure(message,code){return Object.assign(new Error(message),{code:code})}},9554:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,Wf:()=>readReference,Z9:()=>referenceTarget,hG:()=>familiarName})
var _errors_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(6008)
const hostPattern=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const partPattern=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const tagPattern=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const digestPattern=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const defaultHost="docker.io"
function isTag(text){return tagPattern.test(text)}function isDigest(text){return digestPattern.test(text)}function parseReference(text){const read=readReference(text)
if(read.kind==="problem")throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__.yo(read.problem)
return read.reference}function readReference(text,at){const{name:name,tag:tag,digest:digest}=cut(text)
const{host:host,repository:repository}=splitHost(name)
const why=wrongWith({host:host,repository:repository,tag:tag,digest:digest})
if(why!==undefined){const message=`${JSON.stringify(text.slice(0,300))} is not an image reference`
const fix="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:message,why:why,fix:fix,...at&&{at:at}}}}return{kind:"reference",reference:{host:host,repository:repository,...tag!==undefined&&{tag:tag},...digest!==undefined&&{digest:digest}}}}function formatReference({host:host,repository:repository,tag:tag,digest:digest}){return`${host}/${repository}${tag===undefined?"":`:${tag}`}${digest===undefined?"":`@${digest}`}`}function familiarName(reference){const full=formatReference(reference)
const short=full.startsWith(`${defaultHost}/`)?full.slice(defaultHost.length+1):full
const bare=reference.host===defaultHost&&/^library\/[^/]+$/.test(reference.repository)?short.slice(8):short
return bare.endsWith(":latest")?bare.slice(0,-":latest".length):bare}function mirrorReference(reference,mirrors){const prefix=mirrors.get(reference.host)
if(prefix===undefined)return reference
const{host:host,repository:repository}=parseReference(`${prefix.replace(/\/+$/,"")}/${reference.repository}`)
return{...reference,host:host,repository:repository}}function referenceTarget({tag:tag,digest:digest}){return digest??tag??"latest"}function cut(text){const at=text.indexOf("@")
const named=at===-1?text:text.slice(0,at)
const colon=named.indexOf(":",named.lastIndexOf("/")+1)
return{name:colon===-1?named:named.slice(0,colon),...colon!==-1&&{tag:named.slice(colon+1)},...at!==-1&&{digest:text.slice(at+1)}}}function splitHost(name){const slash=name.indexOf("/")
const first=slash===-1?"":name.slice(0,slash)
const isHost=/[.:]/.test(first)||first==="localhost"||first!==first.toLowerCase()
const host=isHost?first:defaultHost
const rest=isHost?name.slice(slash+1):name
if(host!==defaultHost&&host!=="index.docker.io")return{host:host,repository:rest}
return{host:defaultHost,repository:rest.includes("/")?rest:`library/${rest}`}}function wrongWith(parts){const{host:host,repository:repository,tag:tag,digest:digest}=parts
const name=repository.replace(/^library\//,"")
if(name==="")return"the name is missing"
if(!hostPattern.test(host))return`${JSON.stringify(host)} is no registry host`
if(repository!==repository.toLowerCase())return`the name ${JSON.stringify(name)} must be lower case`
const part=repository.split("/").find(one=>!partPattern.test(one))
if(part!==undefined)return`${JSON.stringify(part)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(name))return"a name of 64 hex digits reads as an image ID"
if(host.length+1+repository.length>255)return"host and name are longer than 255 characters"
if(tag!==undefined&&!isTag(tag))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(digest!==undefined&&!isDigest(digest))return"a digest is sha256: and 64 hex digits"
return undefined}},6635:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{B:()=>toProgress})
var _rows_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(1993)
const done=new Set(["published","unchanged","built","held"])
function toProgress(run){const{plan:plan}=run
if(plan.phases.length===0||plan.selected.length<plan.services.length)return undefined
const complete=new Set((0,_rows_js__WEBPACK_IMPORTED_MODULE_0__.h)(run).flatMap(({service:service,outcome:outcome})=>done.has(outcome)?service:[]))
const phases=plan.phases.map(({id:id,title:title})=>{const there=plan.services.filter(({phase:phase})=>phase===id)
const built=there.filter(({name:name})=>complete.has(name)).length
const required=there.length+plan.planned.filter(({phase:phase})=>phase===id).length
const status=built===required?"complete":built>0?"in progress":"pending"
return{id:id,title:title,required:required,complete:built,status:status}})
const total=key=>phases.reduce((sum,phase)=>sum+phase[key],0)
const required=total("required")
const reached=total("complete")
return{phases:phases,required:required,complete:reached,percent:required===0?0:Math.round(reached/required*100)}}},8644:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{x:()=>stepSummary})
var errors=__webpack_require__(6008)
var checks=__webpack_require__(5005)
var report_estimate=__webpack_require__(4754)
var report_inputs=__webpack_require__(6233)
var report_progress=__webpack_require__(6635)
function publishedLines({services:services}){return services.flatMap(({image:image,digest:digest,tags:tags,copies:copies=[],signed:signed})=>{const kept=tags.flatMap(({tag:tag,state:state,previous:previous})=>state==="kept"?[`${image}:${tag} stays with ${previous??"its first build"}`]:[])
if(digest===undefined)return kept
const line=(name,list)=>[`${name}@${digest}`,...given(list),...signed?["(signed)"]:[]].join(" ")
const there=copies.filter(({outcome:outcome})=>outcome==="published"||outcome==="unchanged")
return[line(image,tags),...there.map(copy=>line(copy.image,copy.tags)),...kept]})}function given(tags){return tags.filter(({state:state})=>state!=="held"&&state!=="kept").map(({tag:tag})=>tag)}var report_rows=__webpack_require__(1993)
var report_run=__webpack_require__(5443)
var report_smoke=__webpack_require__(9643)
var words=__webpack_require__(9179)
const shown=15
const leastMs=100
function stepsSection({images:images}){const steps=images.flatMap(({service:service,platform:platform,steps:all=[]})=>all.map(step=>({...step,image:`${service} (${platform})`}))).filter(({cached:cached,durationMs:durationMs})=>!cached&&durationMs>=leastMs).sort((a,b)=>b.durationMs-a.durationMs).slice(0,shown)
if(steps.length===0)return undefined
return[`<details><summary>slowest build steps</summary>`,"","| image | step | took |","| --- | --- | ---: |",...steps.map(({image:image,name:name,durationMs:durationMs})=>`| ${(0,words.p7)(image)} | ${(0,words.p7)(name)} | ${(0,words.p0)(durationMs)} |`),"","</details>"].join("\n")}var table=__webpack_require__(70)
const maxBytes=900*1024
function stepSummary(run){const rows=(0,report_rows.h)(run)
const failures=rows.filter(({problem:problem})=>problem!==undefined)
const{estimate:estimate,inputs:inputs=[]}=run.plan
const alone=(0,report_run.r)(run)
const sections=[`### ${mark(rows)} ${(0,words.Pl)(rows,run.durationMs)}`,alone&&estimate!==undefined&&rows.length>0?(0,report_estimate.a)(estimate):undefined,alone?planTable(rows):summary_table(rows),run.smoke&&smokeSection(run.smoke),failures.length===0?undefined:failureSection(run,failures),run.publish&&publishedSection(run.publish),checkSection(run),run.lint&&run.lint.findings.length>0?findingSection(run.lint.findings):undefined,run.build&&stepsSection(run.build),progressSection(run),...inputs.map(inputSection)]
return cut(sections.filter(section=>section!==undefined).join("\n\n"))}function planTable(rows){const lines=rows.map(({decision:decision,service:service,why:why,problem:problem,platforms:platforms})=>[decision,`**${(0,words.p7)(service)}**`,(0,words.p7)(problem??why),platforms.join(" ")].join(" | "))
return["| decision | service | why | platforms |","| --- | --- | --- | --- |",...lines.map(line=>`| ${line} |`)].join("\n")}function publishedSection(result){const lines=publishedLines(result)
if(lines.length===0)return undefined
return`<details><summary>Published, by digest</summary>\n\n${codeBlock(lines)}\n\n</details>`}function inputSection(inputs){const title=`${inputs.service} (${inputs.platform}) is built from`
const text=(0,report_inputs.l)(inputs,line=>line).split("\n").slice(1)
return`<details><summary>${title}</summary>\n\n${codeBlock(text)}\n\n</details>`}const mark=rows=>rows.some(({outcome:outcome})=>outcome==="failed"||outcome==="unknown")?"❌":"✅"
function summary_table(rows){const lines=rows.map(row=>[`**${(0,words.p7)(row.service)}**`,row.outcome,(0,words.p7)(row.why),row.platforms.join(" "),row.digest===undefined?"":`\`${(0,words.VK)(row.digest)}\``,row.tags.map(tag=>`\`${tag}\``).join(" "),row.size===undefined?"":(0,words.Ej)(row.size),row.layers??"",row.buildMs===undefined?"":(0,words.p0)(row.buildMs),(0,table.kJ)(row).replace("-",""),healthCell(row),row.latencyMs===undefined?"":(0,words.p0)(row.latencyMs)].join(" | "))
return["| service | outcome | why | platforms | digest | tags | size | layers | build | checks | health | latency |","| --- | --- | --- | --- | --- | --- | ---: | ---: | ---: | --- | --- | ---: |",...lines.map(line=>`| ${line} |`)].join("\n")}function healthCell({health:health,architecture:architecture}){if(health===undefined||health==="skipped")return""
if(health!=="healthy")return`❌ ${health}`
return["✓",architecture].filter(Boolean).join(" ")}function smokeSection(smoke){const lines=(0,report_smoke.zv)(smoke)
return lines.length===0?undefined:codeBlock(lines)}function failureSection(run,failures){return failures.map(({service:service,problem:problem})=>{const built=run.build?.images.find(image=>image.service===service&&image.error!==undefined)
const smoked=run.smoke?.services.find(one=>one.service===service&&one.failure!==undefined)
const log=built?.error?.log??smoked?.failure?.log??[]
return[`#### ${(0,words.p7)(service)}: ${(0,words.p7)(problem??"")}`,...log.length>0?[codeBlock(log)]:[],...smoked?.failure===undefined?[]:[diagnosisSection({...smoked,failure:{...smoked.failure,log:[]}})]].join("\n\n")}).join("\n\n")}function diagnosisSection(smoked){const lines=(0,report_smoke.f7)(smoked).split("\n")
return`<details><summary>diagnosis</summary>\n\n${codeBlock(lines)}\n\n</details>`}function codeBlock(lines){return lines.flatMap(line=>line.split(/\r\n|[\r\n\u2028\u2029]/)).map(line=>`    ${line.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g,"")}`).join("\n")}function place(text){return/[`\u0000-\u001f]/.test(text)?(0,words.p7)(text):`\`${text}\``}function findingSection(findings){const lines=findings.map(({severity:severity,code:code,message:message,at:at,fix:fix})=>{const where=at===undefined?"":`${place((0,errors.j$)(at))} `
return`- ${severity}: ${where}${(0,words.p7)(message)} (${code})${fix?`. ${(0,words.p7)(fix)}`:""}`})
return[`<details><summary>${(0,words.LS)(findings.length,"finding")}</summary>`,"",...lines,"","</details>"].join("\n")}function checkSection(run){const lines=(0,checks.T)(run)
const unchecked=(0,report_run.Q)(run).reduce((sum,image)=>sum+(image.unchecked?.length??0),0)
if(lines.length===0)return undefined
const list=lines.map(({level:level,text:text})=>`- ${level}: ${(0,words.p7)(text)}`)
const title=`${(0,words.LS)(lines.length,"failed check")}, ${unchecked} not looked at`
return[`<details><summary>${title}</summary>`,"",...list,"","</details>"].join("\n")}function progressSection(run){const progress=(0,report_progress.B)(run)
if(progress===undefined)return undefined
return[`<details><summary>${progress.complete} of ${progress.required} images of the plan, ${progress.percent} %</summary>`,"","| phase | category | required | completed | status |","| --- | --- | ---: | ---: | --- | --- |",...progress.phases.map(({id:id,title:title,required:required,complete:complete,status:status})=>`| ${id} | ${(0,words.p7)(title)} | ${required} | ${complete} | ${status} |`),`| **total** | **all phases** | **${progress.required}** | **${progress.complete}** | ${progress.percent} % |`,"","</details>"].join("\n")}function cut(text){if(Buffer.byteLength(text)<=maxBytes)return text
let bytes=0
const kept=[]
for(const line of text.split("\n")){bytes+=Buffer.byteLength(line)+1
if(bytes>maxBytes)break
kept.push(line)}return[...kept,"","_Shortened: the whole of it is in the report._"].join("\n")}},3963:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Az:()=>nearestVersions,Rg:()=>newestVersion,bX:()=>chooseRelease,u0:()=>isExact,v9:()=>holds})
var _renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(9687)
var _wheel_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(5263)
function chooseRelease(releases,wanted){const{versions:versions,choice:choice,python:python}=wanted
const matching=pool(releases,versions).filter(({version:version,yanked:yanked})=>versions.every(one=>holds(version,one))&&(yanked===undefined||versions.some(isExact)))
if(matching.length===0)return{kind:"no-version"}
const early=choice.pre||versions.some(namesPrerelease)
const final=matching.filter(({version:version})=>!isPrerelease(version))
const candidates=early||final.length===0?matching:final
const running=candidates.filter(({requiresPython:requiresPython})=>runsOn(requiresPython,python))
if(running.length===0)return{kind:"python",releases:candidates}
const ordered=[...running].sort((a,b)=>(0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.UD)(b.version,a.version))
for(const release of ordered){const as=formOf(release,wanted)
if(as!==undefined)return{kind:"taken",release:release,as:as}}return{kind:"no-file",releases:ordered}}function pool(releases,versions){const named=versions.flatMap(one=>one.split(",")).find(part=>/^==[^=*]+$/.test(part))
const found=named===undefined?[]:releases.filter(({version:version})=>version===named.slice(2))
return found.length>0?found:releases}const isExact=specifier=>specifier.split(",").some(part=>/^={2,3}[^=]/.test(part)&&!part.endsWith(".*"))
function holds(version,specifier){try{return(0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.ib)(version,specifier,{prereleases:true})}catch{return true}}const isPrerelease=version=>{const found=(0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.WE)(version)
return found?.is_prerelease===true||found?.is_devrelease===true}
const namesPrerelease=specifier=>specifier.split(",").some(part=>!part.startsWith("!=")&&isPrerelease(part.replace(/^[=<>~!]+/,"")))
function runsOn(requires,python){if(requires===undefined||python===undefined)return true
return holds(`${python}.99`,requires)||holds(`${python}.0`,requires)}function formOf({wheels:wheels,source:source},wanted){const{key:key,choice:choice,target:target,python:python}=wanted
const names=list=>list.includes(":all:")||list.some(name=>name.toLowerCase()===key)
const built=names(choice.noBinary)&&!choice.onlyBinary.includes(key)
const fitting=built?[]:wheels.filter(tags=>target===undefined||(0,_wheel_js__WEBPACK_IMPORTED_MODULE_1__.lA)(tags,target))
if(fitting.some(tags=>(0,_wheel_js__WEBPACK_IMPORTED_MODULE_1__.rC)(tags)&&(0,_wheel_js__WEBPACK_IMPORTED_MODULE_1__.lA)(tags,target??{platform:"any",...python&&{python:python}})))return"pure"
if(fitting.length>0)return"wheel"
return source&&!names(choice.onlyBinary)?"source":undefined}function nearestVersions(releases,version){const final=releases.filter(({version:one,yanked:yanked})=>!isPrerelease(one)&&yanked===undefined).map(({version:one})=>one).sort(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.UD)
const below=final.filter(one=>(0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.UD)(one,version)<0).at(-1)
const above=final.find(one=>(0,_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.UD)(one,version)>0)
return[below,above].filter(one=>one!==undefined)}function newestVersion(releases){return releases.filter(({version:version,yanked:yanked})=>!isPrerelease(version)&&yanked===undefined).map(({version:version})=>version).sort(_renovatebot_pep440__WEBPACK_IMPORTED_MODULE_0__.UD).at(-1)}},9282:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{R:()=>mountedFrom,n:()=>copiedFrom})
var node_path__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(6760)
var _dockerfile_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__=__webpack_require__(651)
const deepest=20
function copiedFrom(path,stage,trace,brought,before=trace.steps.length,depth=0){if(depth>deepest)return undefined
for(let i=before-1;i>=0;i--){const step=trace.steps[i]
if(step?.stage!==stage)continue
const{keyword:keyword,flags:flags}=step.instruction
const sources=sourcesOf(path,step,brought)
if(keyword==="RUN"||sources.length===0)continue
const from=flags.find(({name:name})=>name==="from")?.value
const earlier=from===undefined?undefined:stageNamed(from,stage,trace)
for(const source of sources){const found=earlier===undefined?broughtFile(source,step,brought):copiedFrom(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve("/",source),earlier,trace,brought,trace.steps.length,depth+1)
if(found!==undefined)return found}}const base=trace.stages.find(({index:index})=>index===stage)?.base
return base?.kind==="stage"?copiedFrom(path,base.stage,trace,brought,trace.steps.length,depth+1):undefined}function mountedFrom(path,step,brought){for(const{type:type,source:source,target:target,from:from}of(0,_dockerfile_dockerfile_js__WEBPACK_IMPORTED_MODULE_1__.bq)(step.instruction)??[]){if(type!=="bind"||from!==undefined||target==="")continue
const place=node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(step.workdir,target)
const rest=path===place?"":path.startsWith(`${place}/`)?path.slice(place.length+1):undefined
if(rest===undefined)continue
const found=broughtFile(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(source||".",rest),step,brought)
if(found!==undefined)return found}return undefined}function sourcesOf(path,{paths:paths,workdir:workdir,instruction:instruction},brought){const destination=paths.at(-1)
if(destination===undefined||paths.length<2)return[]
const place=node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve(workdir,destination)
const sources=paths.slice(0,-1)
const below=place==="/"?path.slice(1):path.startsWith(`${place}/`)?path.slice(place.length+1):undefined
if(below===undefined)return path===place&&sources.length===1?sources:[]
const parents=instruction.flags.some(({name:name})=>name==="parents")
if(parents)return[below]
return sources.flatMap(source=>{const last=node_path__WEBPACK_IMPORTED_MODULE_0__.posix.basename(source)
if(/[*?[]/.test(last))return matching(node_path__WEBPACK_IMPORTED_MODULE_0__.posix.dirname(source),below,instruction.line,brought)
return[...last===below?[source]:[],node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(source,below)]})}function matching(folder,name,line,brought){const wanted=node_path__WEBPACK_IMPORTED_MODULE_0__.posix.join(folder,name).replace(/^\/+/,"")
const has=brought.some(({input:input,entries:entries,root:root})=>input.line===line&&entries.some(({path:path})=>path===root+wanted))
return has?[wanted]:[]}function broughtFile(source,{instruction:instruction,stage:stage},brought){const wanted=node_path__WEBPACK_IMPORTED_MODULE_0__.posix.resolve("/",source).slice(1)
for(const{input:input,entries:entries,root:root}of brought){if(input.line!==instruction.line||input.stage!==stage)continue
const found=entries.find(({path:path,kind:kind})=>kind==="file"&&path===root+wanted)
if(found!==undefined)return found.path}return undefined}function stageNamed(from,before,{stages:stages}){const named=stages.findLast(({name:name,index:index})=>index<before&&name===from.toLowerCase())
return named?.index??(/^\d+$/.test(from)?stages.find(({index:index})=>index===Number(from))?.index:undefined)}},9843:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{M:()=>packageKey,p:()=>parseRequirement})
const nameAndExtras=/^\s*([A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*/
const specifier=/^(?:===|~=|==|!=|<=|>=|<|>)\s*[^\s,;()]+$/
const packageKey=name=>name.toLowerCase().replace(/[-_.]+/g,"-")
function parseRequirement(text){const head=nameAndExtras.exec(text)
const name=head?.[1]
if(head===null||name===undefined)return"that does not start with the name of a package"
const rest=text.slice(head[0].length)
const extras=(head[2]??"").split(",").map(extra=>extra.trim()).filter(Boolean)
const base={name:name,key:packageKey(name),extras:extras,versionsOffset:head[0].length}
if(rest.startsWith("@")){const found=/^@\s*(\S+)(?:\s+;\s*(.+))?\s*$/.exec(rest)
if(found?.[1]===undefined)return"after @ comes an address"
return{...base,url:found[1],...found[2]!==undefined&&{marker:found[2].trim()}}}const semicolon=rest.indexOf(";")
const written=(semicolon<0?rest:rest.slice(0,semicolon)).trim()
const marker=semicolon<0?undefined:rest.slice(semicolon+1).trim()
const versions=written.replace(/^\((.*)\)$/s,"$1").trim()
const parts=versions===""?[]:versions.split(",").map(part=>part.trim())
const wrong=parts.filter((part,i)=>!specifier.test(part)&&!(part===""&&i===parts.length-1))
if(wrong.length>0)return hint(wrong[0]??"")
if(marker==="")return"after ; comes a condition"
const sound=parts.filter(Boolean).map(part=>part.replace(/\s+/g,""))
return{...base,...sound.length>0&&{versions:sound.join(",")},...marker!==undefined&&{marker:marker}}}function hint(part){if(/^=[^=]/.test(part))return`"${part}" is no version: one = is too few, write =${part}`
if(/^[\d.]/.test(part))return`"${part}" is no version: an operator such as == comes first`
return`"${part}" is no version`}},3798:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{C:()=>shellWords,h:()=>shellCommands})
function shellWords(text){return shellCommands(text).flat()}function shellCommands(text){const commands=[]
let words=[]
let word
const endWord=()=>{if(word!==undefined)words.push(word)
word=undefined}
const endCommand=()=>{endWord()
if(words.length>0)commands.push(words)
words=[]}
for(let at=0;at<text.length;at++){const char=text[at]??""
if(char==="\\"){const next=text[++at]??""
if(next!=="\n")word=(word??"")+next}else if(char==="'"||char==='"'){const[inside,end]=quoted(text,at)
word=(word??"")+inside
at=end}else if(char==="#"&&word===undefined)at=endOfLine(text,at)-1
else if(/[;&|()\n]/.test(char))endCommand()
else if(/\s/.test(char))endWord()
else word=(word??"")+char}endCommand()
return commands}function quoted(text,start){const quote=text[start]
let inside=""
let at=start+1
for(;at<text.length&&text[at]!==quote;at++){if(quote==='"'&&text[at]==="\\"&&/["\\$`\n]/.test(text[at+1]??"")){at++
if(text[at]==="\n")continue}inside+=text[at]}return[inside,at]}function endOfLine(text,start){const end=text.indexOf("\n",start)
return end<0?text.length:end}},5263:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Mh:()=>wheelVersion,VT:()=>machineOf,lA:()=>fits,rC:()=>isPure})
function wheelVersion(filename){const parts=filename.replace(/\.whl$/i,"").split("-")
if(!/\.whl$/i.test(filename)||parts.length!==5&&parts.length!==6)return undefined
const version=parts[1]??""
return{version:version.replaceAll("_","+"),tags:parts.slice(-3).join("-")}}function wheelTags(tags){const known=read.get(tags)
if(known!==undefined)return known
const[pythons="",abis="",platforms=""]=tags.split("-").map(part=>part.toLowerCase())
const made={pythons:pythons.split("."),abis:abis.split("."),platforms:platforms.split(".")}
read.set(tags,made)
return made}const read=new Map
const isPure=tags=>wheelTags(tags).platforms.includes("any")
function fits(tags,target){const{pythons:pythons,abis:abis,platforms:platforms}=wheelTags(tags)
return platforms.some(platform=>fitsPlatform(platform,target))&&(target.python===undefined||fitsPython(pythons,abis,target.python))}const machines={"linux/arm64":"aarch64","linux/amd64":"x86_64","linux/386":"i686","linux/arm/v7":"armv7l","linux/arm/v6":"armv6l","linux/ppc64le":"ppc64le","linux/s390x":"s390x","linux/riscv64":"riscv64"}
const machineOf=platform=>machines[platform.replace(/\/arm64\/v8$/,"/arm64").replace(/\/amd64\/v\d$/,"/amd64")]
const legacy={manylinux1:"2.5",manylinux2010:"2.12",manylinux2014:"2.17"}
function fitsPlatform(tag,{platform:platform,libc:libc}){if(tag==="any")return true
const machine=machineOf(platform)
if(machine===undefined||!tag.endsWith(`_${machine}`))return false
const kind=tag.slice(0,-machine.length-1)
if(kind==="linux")return true
const musl=/^musllinux_\d+_\d+$/.test(kind)
if(musl)return libc===undefined||libc.kind==="musl"
const numbered=/^manylinux_(\d+)_(\d+)$/.exec(kind)
const needs=numbered===null?legacy[kind]:`${numbered[1]}.${numbered[2]}`
if(needs===undefined)return false
if(libc===undefined)return true
return libc.kind==="glibc"&&(libc.version===undefined||minor(needs)<=minor(libc.version))}const minor=version=>Number(version.split(".")[1])
function fitsPython(pythons,abis,python){const wanted=minor(python)
const own=`cp3${wanted}`
if(pythons.includes(own)&&(abis.includes(own)||abis.includes("none")||abis.includes("abi3")))return true
if(abis.includes("abi3")&&pythons.some(one=>/^cp3\d+$/.test(one)&&Number(one.slice(3))<=wanted))return true
if(!abis.includes("none"))return false
return pythons.some(one=>one==="py3"||/^py3\d+$/.test(one)&&Number(one.slice(3))<=wanted)}},2187:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.r(__webpack_exports__)
__webpack_require__.d(__webpack_exports__,{stages:()=>stages})
var reference=__webpack_require__(7111)
var documents_reference=__webpack_require__(2787)
var external_node_path_=__webpack_require__(6760)
function imageId({service:service,platform:platform}){return`${service} ${platform}`}function targetNames(images){const names=new Map
const taken=new Set
for(const image of images){const wish=`${image.service}_${image.platform}`.replace(/[^a-zA-Z0-9_-]/g,"-")
let name=wish
for(let n=2;taken.has(name);n++)name=`${wish}-${n}`
taken.add(name)
names.set(imageId(image),name)}return names}function within(root,relative){return external_node_path_.join(root,relative)}function csv(fields){return fields.map(field=>/[",\r\n]/.test(field)?`"${field.replaceAll('"','""')}"`:field).join(",")}const noGitRevision="manual-build"
const templateNames=["name","phase","project","revision","short_revision","date","version"]
const known=new Set(templateNames)
function parseTemplate(template){const parts=[]
let from=0
while(from<template.length){const open=template.indexOf("{{",from)
if(open<0)break
if(open>from)parts.push({kind:"text",text:template.slice(from,open)})
const close=template.indexOf("}}",open+2)
if(close<0){parts.push({kind:"unclosed",text:template.slice(open)})
return parts}const name=template.slice(open+2,close).trim()
parts.push(isName(name)?{kind:"name",name:name}:{kind:"unknown",name:name})
from=close+2}if(from<template.length)parts.push({kind:"text",text:template.slice(from)})
return parts}function expand(template,vars){return parseTemplate(template).map(part=>{switch(part.kind){case"text":return part.text
case"name":return vars[part.name]??""
case"unknown":throw new TypeError(`unknown template variable {{${part.name}}}`)
case"unclosed":throw new TypeError(`template is never closed: ${part.text}`)
default:return part}}).join("")}function isName(name){return known.has(name)}function standardLabels(source,service,extra={}){const vars=templateVars(source,service,extra)
const standard={created:dateOf(source),revision:source.revision,version:vars.version,source:source.url,url:source.url,title:service.title,description:service.description??source.description,licenses:source.licenses,"base.name":extra.baseName,"base.digest":extra.baseDigest}
const named=Object.entries(standard).map(([key,value])=>[`org.opencontainers.image.${key}`,value])
const own=Object.entries(expandAll(service.labels,vars))
return Object.fromEntries([...new Map([...named,...own])].filter(entry=>entry[1]!==undefined&&entry[1]!=="").sort(([a],[b])=>a<b?-1:a>b?1:0))}function templateVars(source,service,extra={}){const{revision:revision}=source
const date=dateOf(source)
const short=revision===noGitRevision?revision:revision.slice(0,7)
const version=extra.version??plainVersion(service)??releaseOf(source)??short
return{name:service.name,revision:revision,short_revision:short,version:version,...date!==undefined&&{date:date},...service.phase!==undefined&&{phase:service.phase},...extra.project!==undefined&&{project:extra.project}}}function expandAll(map,vars){return Object.fromEntries(Object.entries(map).map(([key,value])=>[key,expand(value,vars)]))}function dateOf({revision:revision,committedAt:committedAt,date:date}){return date??(revision===noGitRevision?undefined:committedAt)}function releaseOf({event:event}){return event.kind==="tag"?event.tag.replace(/^v(?=\d)/,""):undefined}function plainVersion({args:args}){const version=Object.hasOwn(args,"VERSION")?args.VERSION:undefined
return version===undefined||version===""||version.includes("{{")?undefined:version}function buildArgs(plan,service,image){const{project:project,source:source}=plan
const vars=templateVars(source,service,{project:project})
const catalog=expandAll(service.args,vars)
const usual={BUILD_DATE:source.date??source.committedAt,VCS_REF:source.revision,GIT_COMMIT:source.revision,VERSION:vars.version}
const volatile=image.volatileArgs.flatMap(name=>{const value=catalog[name]??usual[name]
return value===undefined?[]:[[name,value]]})
const date=catalog.SOURCE_DATE_EPOCH??String(Math.floor(Date.parse(source.committedAt)/1e3))
return{SOURCE_DATE_EPOCH:date,...image.args,...Object.fromEntries(volatile)}}function imageLabels({project:project,source:source},service,{base:base}){return standardLabels(source,service,{project:project,...base&&{baseName:base.name,baseDigest:base.digest}})}function layerDate({project:project,source:source},service){const vars=templateVars(source,service,{project:project})
return expandAll(service.args,vars).SOURCE_DATE_EPOCH??"318211200"}function attestSpecs({provenance:provenance,sbom:sbom,builderId:builderId}){return[provenance==="off"?"type=provenance,disabled=true":csv(["type=provenance",`mode=${provenance}`,...builderId===undefined?[]:[`builder-id=${builderId}`]]),sbom===undefined?"type=sbom,disabled=true":csv(["type=sbom",`generator=${sbom}`])]}const harmlessArgs=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","VERSION","SOURCE_DATE_EPOCH"])
function provenanceProblems(plan,{provenance:provenance},addedArgs){if(provenance!=="max")return[]
const fix="use `provenance: min`, which leaves their values out"
const problems=plan.services.flatMap(service=>{const images=plan.images.filter(image=>image.service===service.name&&isBuilt(image))
const names=new Set(images.flatMap(image=>Object.keys(buildArgs(plan,service,image))))
const own=[...names].filter(name=>!harmlessArgs.has(name)).sort()
if(own.length===0)return[]
const message=`${service.name} is built with ${own.join(", ")}, and \`provenance: max\` would show the value to everybody who has the image`
return[{code:"build/provenance",message:message,at:service.at,fix:fix}]})
if(addedArgs.length>0)problems.push({code:"build/provenance",message:`Docker's configuration hands ${addedArgs.join(", ")} to every build, and \`provenance: max\` would show the value to everybody who has the image`,fix:fix})
return problems}const isBuilt=({decision:decision})=>decision.kind==="build"
function builderIdOf(env){const{GITHUB_ACTIONS:GITHUB_ACTIONS,GITHUB_SERVER_URL:GITHUB_SERVER_URL,GITHUB_REPOSITORY:GITHUB_REPOSITORY,GITHUB_RUN_ID:GITHUB_RUN_ID,GITHUB_RUN_ATTEMPT:GITHUB_RUN_ATTEMPT="1"}=env
if(GITHUB_ACTIONS!=="true"||!GITHUB_SERVER_URL||!GITHUB_REPOSITORY||!GITHUB_RUN_ID)return undefined
return`${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/attempts/${GITHUB_RUN_ATTEMPT}`}const noCache={kind:"none",read:[]}
function fittingCache(env,driver){const lasting=driver==="remote"||driver==="kubernetes"||driver==="cloud"
return hasGitHubCache(env)&&!lasting?"gha":"none"}function hasGitHubCache(env){return Boolean(env.ACTIONS_RUNTIME_TOKEN&&(env.ACTIONS_RESULTS_URL||env.ACTIONS_CACHE_URL))}function cacheScopes({event:event,defaultBranch:defaultBranch="main"},env){const ours={kind:"protected"}
if(event.kind==="pull_request"){const own={kind:"pull-request",number:event.number}
return{read:[own,ours],...!event.fork&&{write:own}}}const branch="branch"in event?event.branch:undefined
const isProtected=env.GITHUB_ACTIONS!=="true"||env.GITHUB_REF_PROTECTED==="true"||branch===defaultBranch
return{read:[ours],...isProtected&&{write:ours}}}const gitHubPatience="timeout=2m"
function cacheSpecs(cache,plan,service,image){const{kind:kind,read:read,write:write}=cache
const place=scope=>placeOf(cache,plan,service,image,scope)
const max=["mode=max","ignore-error=true"]
switch(kind){case"none":return{from:[],to:[]}
case"inline":{const tags=plan.tags[service.name]?.floating??[]
const from=tags.slice(0,1).map(tag=>csv(["type=registry",`ref=${service.image}:${tag}`]))
return{from:from,to:["type=inline"]}}case"gha":return{from:read.map(scope=>csv(["type=gha",`scope=${place(scope)}`,gitHubPatience])),to:write===undefined?[]:[csv(["type=gha",`scope=${place(write)}`,...max,gitHubPatience])]}
case"registry":return{from:read.map(scope=>csv(["type=registry",`ref=${place(scope)}`])),to:write===undefined?[]:[csv(["type=registry",`ref=${place(write)}`,...max,"image-manifest=true","oci-mediatypes=true"])]}
case"local":return{from:read.map(scope=>csv(["type=local",`src=${place(scope)}`])),to:write===undefined?[]:[csv(["type=local",`dest=${place(write)}`,...max])]}
default:return kind}}function placeOf(cache,plan,service,image,scope){const words=[...scope.kind==="pull-request"?[`pr-${scope.number}`]:[],image.platform.replaceAll("/","-")].join("-")
switch(cache.kind){case"registry":return`${service.image}:cache-${words}`
case"local":return external_node_path_.join(cache.folder??"",plan.project,service.name,words)
default:return["lucid",plan.project,service.name,words].join("-")}}function pushesByDigest(driver){return driver!=="docker"}function outputSpec({contentRef:contentRef},date,driver){const name=pushesByDigest(driver)?[`name=${(0,documents_reference._)(contentRef)}`,"push-by-digest=true","name-canonical=true"]:[`name=${contentRef}`,"store=false","unpack=false"]
const dated=["rewrite-timestamp=true",`source-date-epoch=${date}`]
return csv(["type=image",...name,"push=true",...dated,"oci-mediatypes=true"])}function bakeDefinition(input){const images=input.images??input.plan.images.filter(({decision:decision})=>decision.kind==="build")
const services=new Map(input.plan.services.map(service=>[service.name,service]))
const names=targetNames(images)
const target=Object.fromEntries(images.map(image=>{const service=services.get(image.service)
if(service===undefined)throw new Error(`the plan has an image of ${image.service}, but no such service`)
return[names.get(imageId(image))??image.service,bakeTarget(input,names,service,image)]}))
return escaped({group:{default:{targets:[...names.values()]}},target:target})}function bakeTarget(input,names,service,image){const{plan:plan,root:root,cache:cache=noCache,attest:attest={provenance:"off"},driver:driver="docker"}=input
const anew=input.steps==="anew"||isStale(image)
const{from:from,to:to}=cacheSpecs(cache,plan,service,image)
const{ssh:ssh=[]}=service
return{context:within(root,service.context),dockerfile:within(root,service.dockerfile),...service.target!==undefined&&{target:service.target},platforms:[image.platform],args:buildArgs(plan,service,image),labels:imageLabels(plan,service,image),annotations:annotationsOf(image,input.under?.get(imageId(image))),contexts:namedContexts(input,names,service,image),secret:service.secrets.map(secret=>secretSpec(root,secret)),...ssh.length>0&&{ssh:ssh.map(one=>sshSpec(one,input.env??{}))},...from.length>0&&!anew&&{"cache-from":from},...to.length>0&&{"cache-to":to},attest:attestSpecs(attest),output:[outputSpec(image,layerDate(plan,service),driver)],...anew&&{"no-cache":true}}}function annotationsOf({fingerprint:fingerprint,components:components},under={}){const hashes=Object.fromEntries(components.map(({name:name,hash:hash})=>[name,hash]))
return[`manifest:com.lucid.fingerprint=${fingerprint}`,`manifest:com.lucid.components=${JSON.stringify(hashes)}`,...Object.keys(under).length>0?[`manifest:com.lucid.parents=${JSON.stringify(under)}`]:[]]}function isStale({decision:decision}){return decision.reasons.some(({kind:kind})=>kind==="stale")}function secretSpec(root,secret){switch(secret.from){case"env":return csv([`id=${secret.id}`,`env=${secret.env}`])
case"file":return csv([`id=${secret.id}`,`src=${within(root,secret.file)}`])
default:return secret}}function sshSpec({id:id,env:env},values){if(env===undefined)return csv([id])
return csv([`${id}=${values[env]??""}`])}function namedContexts(input,names,service,image){const pinned=new Map(image.bases.map(base=>[base.ref,base.pinned]))
const own=context=>{switch(context.kind){case"service":return catalogImage(input,names,context.service,image.platform)
case"image":return`docker-image://${pinned.get(context.ref)??context.ref}`
case"path":return within(input.root,context.path)
case"url":return context.url
default:return context}}
return Object.fromEntries([...image.bases.map(({ref:ref,pinned:pinned})=>[(0,reference.p)(ref),`docker-image://${pinned}`]),...Object.entries(image.from).map(([ref,name])=>[(0,reference.p)(ref),catalogImage(input,names,name,image.platform)]),...Object.entries(service.contexts).map(([name,context])=>[(0,reference.p)(name),own(context)])])}function catalogImage({plan:plan,pushed:pushed},names,service,platform){const id=imageId({service:service,platform:platform})
const image=plan.images.find(one=>imageId(one)===id)
if(image===undefined)throw new Error(`the plan has no image of ${service} for ${platform}`)
const digest=pushed?.get(id)??(image.decision.kind==="unchanged"?image.decision.digest:undefined)
if(digest!==undefined)return`docker-image://${(0,documents_reference._)(image.contentRef)}@${digest}`
const target=names.get(id)
return target===undefined?`docker-image://${image.contentRef}`:`target:${target}`}function bakeFileText(file){return`${JSON.stringify(file,undefined,2)}\n`}function escaped(value){return escapeAll(value)}function escapeAll(value){if(typeof value==="string")return value.replace(/[$%](?=\{)/g,sign=>sign+sign)
if(Array.isArray(value))return value.map(escapeAll)
if(typeof value==="object"&&value!==null)return Object.fromEntries(Object.entries(value).map(([key,one])=>[escapeAll(key),escapeAll(one)]))
return value}var promises_=__webpack_require__(1455)
var errors=__webpack_require__(6008)
var external_node_os_=__webpack_require__(8161)
function readError(lines){const at=lines.findLastIndex(line=>line.startsWith("ERROR:"))
if(at<0){const message=lines.findLast(line=>line.trim()!=="")??"docker buildx bake ended without a word"
return{message:message.trim()}}const end=lines.findIndex((line,index)=>index>at&&line.trim()==="")
const text=lines.slice(at,end<0?undefined:end).join("\n")
const rest=text.slice("ERROR:".length).trim()
const target=/^target ([a-zA-Z0-9_-]+): /.exec(rest)?.[1]
const header=lines.findLastIndex((line,index)=>index<at&&/^-{5,}$/.test(lines[index+1]??"")&&/:\d+$/.test(line))
const line=/:(\d+)$/.exec(lines[header]??"")?.[1]
return{message:target===undefined?rest:rest.slice(`target ${target}: `.length),...target!==undefined&&{target:target},...line!==undefined&&{line:Number(line)}}}function cause(error,step){const told=inWords(error,step)
const known=[error.message,...step?.log??[]]
const fix=fixes.find(({sign:sign})=>known.some(line=>sign.test(line)))?.fix
return fix===undefined?told:`${told}; fix: ${fix}`}function inWords({message:message},step){const plain=message.replace(/^(?:failed to build: )?failed to solve: /,"").replace(/^(?:failed to compute cache key: )?failed to calculate checksum of ref \S+: /,"").replace(/^rpc error: code = \w+ desc = /,"")
const exit=/did not complete successfully: exit code: (\d+)/.exec(plain)?.[1]
if(exit!==undefined)return`${step?.name??"a step"} ended with exit code ${exit}${meaning(Number(exit))}`
const path=/^("[^"]+"): not found$/.exec(plain)?.[1]
if(path!==undefined&&step!==undefined)return`${step.name}: ${path} is not in the build context, or the ignore file hides it`
return plain}function meaning(exit){const known={126:" (not executable)",127:" (command not found)",132:" (illegal instruction)",137:" (killed, mostly for want of memory)",139:" (segmentation fault)"}
return known[exit]??""}const fixes=[{sign:/exec format error/,fix:"take a machine of that platform, or add emulation (the action `setup`, or the package qemu-user-static)"},{sign:/no space left on device/,fix:"make room for the engine: `docker system df` shows what takes it, `docker builder prune` frees the build cache"},{sign:/no basic auth credentials|authentication required|authorization failed|insufficient_scope|denied: |: denied|40[13] (?:Unauthorized|Forbidden)/,fix:"log in with `docker login` as somebody who may push there; on GitHub the job needs `packages: write` for ghcr.io"},{sign:/no match for platform in manifest/,fix:"take a base image that is made for this platform, or leave the platform out of the catalog"}]
const passing=/\b(?:408|429|499|500|502|503|504|522) [A-Z][a-z]+|toomanyrequests: |unavailable: |connection reset by peer|broken pipe|unexpected EOF|: EOF\b|i\/o timeout|TLS handshake timeout/
const gone=/Cannot connect to the Docker daemon|error reading from server|code = Unavailable|transport is closing|no builder ".*" found|failed to find driver/
function cureFor(error,step){if(error.message.includes("did not complete successfully")){const crashed=/exit code: (?:132|139)\b/.test(error.message)||step?.log.some(line=>/^qemu: uncaught target signal (?:4|11)\b/.test(line.trim()))===true
return{kind:crashed?"emulator":"none"}}if(gone.test(error.message))return{kind:"engine-gone"}
return{kind:passing.test(error.message)?"registry":"none"}}function mayBeCache({message:message,line:line}){if(message.includes("did not complete successfully"))return false
return line===undefined||/\b(?:blob|layer|content|descriptor|failed to copy|failed to fetch)\b/i.test(message)}function isCacheRefused({message:message}){return/failed to configure \S+ cache (?:importer|exporter)/.test(message)}function readEvent(line){if(!line.startsWith("{"))return undefined
let json
try{json=JSON.parse(line)}catch{return undefined}const event=record(json)
if(!["vertexes","statuses","logs","warnings"].some(key=>key in event))return undefined
return{vertexes:list(event.vertexes).map(readVertex),statuses:list(event.statuses).map(status=>({id:events_text(status.id)??"",vertex:events_text(status.vertex)??"",done:time(status.completed)!==undefined})),logs:list(event.logs).map(log=>({vertex:events_text(log.vertex)??"",data:Buffer.from(events_text(log.data)??"","base64").toString("latin1")}))}}function readVertex(vertex){const started=time(vertex.started)
const completed=time(vertex.completed)
const error=events_text(vertex.error)
return{id:events_text(vertex.digest)??"",name:events_text(vertex.name)??"",cached:vertex.cached===true,...started!==undefined&&{started:started},...completed!==undefined&&{completed:completed},...error!==undefined&&{error:error}}}function record(json){return typeof json==="object"&&json!==null?json:{}}function list(json){return Array.isArray(json)?json.map(record):[]}function events_text(json){return typeof json==="string"&&json!==""?json:undefined}function time(json){const ms=Date.parse(events_text(json)??"")
return Number.isNaN(ms)?undefined:ms}const logBytes=64<<10
const logLines=20
class Watch{#options
#vertexes=new Map
#logs=new Map
#pushes=new Map
#byRef
#text=[]
constructor(options){this.#options=options
this.#byRef=new Map([...options.targets].map(([target,ref])=>[ref,target]))}line(line){const event=readEvent(line)
if(event===undefined){this.#text.push(line)
if(this.#text.length>1e3)this.#text.splice(0,500)
return}for(const{vertex:vertex,data:data}of event.logs)this.#logs.set(vertex,((this.#logs.get(vertex)??"")+data).slice(-logBytes))
for(const{id:id,vertex:vertex,done:done}of event.statuses)if(done)this.#pushed(id,vertex)
for(const vertex of event.vertexes)this.#vertex(vertex)}get text(){return this.#text}target(name){const mine=[...this.#vertexes.values()].filter(vertex=>this.#owner(vertex)?.target===name)
const own=mine.filter(vertex=>vertex.name.includes("load build definition"))
const starts=(own.length>0?own:mine).flatMap(({started:started})=>started??[])
const ends=mine.flatMap(({completed:completed})=>completed??[])
const digest=this.#landed(name)
return{...digest!==undefined&&{digest:digest},...starts.length>0&&ends.length>0&&{durationMs:Math.max(0,Math.max(...ends)-Math.min(...starts))},steps:mine.flatMap(vertex=>this.#step(vertex)).sort((a,b)=>a.started-b.started).map(({step:step})=>step),warnings:mine.flatMap(vertex=>cacheTrouble(vertex)??[])}}#step(vertex){const name=this.#owner(vertex)?.step
const{id:id,started:started,completed:completed,cached:cached,error:error}=vertex
if(name===undefined||started===undefined||completed===undefined)return[]
const failed=error!==undefined&&!error.includes("context canceled")&&!isCache(vertex)
const log=textLines(this.#logs.get(id)??"")
return[{started:started,step:{name:name,durationMs:completed-started,cached:cached,failed:failed,log:log}}]}failedStep(target,message){const broken=[...this.#vertexes.values()].filter(one=>one.error!==undefined&&!one.error.includes("context canceled")&&!isCache(one))
const vertex=broken.find(one=>this.#owner(one)?.target===target&&message.includes(one.error??""))??broken.find(one=>message.includes(one.error??""))??broken.find(one=>this.#owner(one)?.target===target)
if(vertex===undefined)return undefined
return{name:this.#owner(vertex)?.step??vertex.name,error:vertex.error??"",log:textLines(this.#logs.get(vertex.id)??"").slice(-logLines)}}#vertex(vertex){const before=this.#vertexes.get(vertex.id)
this.#vertexes.set(vertex.id,vertex)
if(vertex.completed!==undefined&&before?.completed===undefined)this.#tellPushed(vertex)
if(vertex.started===undefined||before?.started!==undefined)return
const owner=this.#owner(vertex)
if(owner!==undefined)this.#options.onStep?.(owner.target,owner.step)}#pushed(status,vertex){const found=/^pushing manifest for (.+)@(sha256:[0-9a-f]{64})$/.exec(status)
const target=this.#byRef.get(found?.[1]??"")
const digest=found?.[2]
if(target!==undefined&&digest!==undefined)this.#pushes.set(target,{vertex:vertex,digest:digest})}#tellPushed({id:id}){for(const[target,push]of this.#pushes)if(push.vertex===id&&this.#landed(target)!==undefined)this.#options.onPushed?.(target,push.digest)}#landed(target){const push=this.#pushes.get(target)
const exporting=this.#vertexes.get(push?.vertex??"")
return exporting?.completed!==undefined&&exporting.error===undefined?push?.digest:undefined}#owner({name:name}){const{targets:targets}=this.#options
const[only,...others]=targets.keys()
const found=/^\[([^\]]*)\]\s*(.*)$/s.exec(name)
if(others.length===0&&only!==undefined)return name.includes("bake definitions")?undefined:{target:only,step:stepName(found?.[1],found?.[2]??name)}
const[target="",...where]=(found?.[1]??"").split(" ")
return targets.has(target)?{target:target,step:stepName(where.join(" "),found?.[2]??"")}:undefined}}function stepName(where,what){const line=shortened(what.replace(/\s+/g," ").trim())
return where===undefined||where===""||where==="internal"?line:`[${where}] ${line}`}function shortened(line){return line.length>160?`${line.slice(0,157)}...`:line}function textLines(latin1){return Buffer.from(latin1,"latin1").toString("utf8").split(/\r\n|\r|\n/).filter(line=>line.trim()!=="")}function isCache({name:name}){return/(?:^|\] )(?:(?:importing|exporting) cache|exporting to GitHub Actions Cache)\b/.test(name)}function cacheTrouble(vertex){const{error:error,name:name}=vertex
if(error===undefined||!isCache(vertex)||/not found|404|context canceled/i.test(error))return undefined
return`${name.replace(/^\[[^\]]*\] /,"")}: ${error}`}function environment({attest:attest}){return{BUILDX_GIT_INFO:String(attest!==undefined&&attest.provenance!=="off"),BUILDX_GIT_LABELS:"false",BUILDX_METADATA_PROVENANCE:"disabled",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}}function bakeCommand(file,call){const{plan:plan,cache:cache,builder:builder}=call
const ssh=plan.services.some(service=>service.ssh!==undefined&&service.ssh.length>0)
return[...["buildx","bake",`--file=${file}`],...builder===undefined?[]:[`--builder=${builder}`],...ssh?["--allow=ssh"]:[],...cache?.kind==="local"&&cache.folder!==undefined?[`--allow=fs=${cache.folder}`]:[]]}async function runBake(call){const{images:images,docker:docker,root:root,signal:signal,onStep:onStep}=call
const names=targetNames(images)
const byTarget=new Map(images.map(image=>[names.get(imageId(image))??"",image]))
const watch=new Watch({targets:new Map([...byTarget].map(([target,image])=>[target,image.contentRef])),onStep(target,step){const image=byTarget.get(target)
if(image!==undefined)onStep(image,step)},onPushed(target,digest){const image=byTarget.get(target)
if(image!==undefined)call.onPushed?.(bakedImage(image,watch.target(target)),digest)}})
const folder=await(0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(),"lucid-bake-"))
try{const file=external_node_path_.join(folder,"bake.json")
const metadata=external_node_path_.join(folder,"metadata.json")
await(0,promises_.writeFile)(file,bakeFileText(bakeDefinition(call)),{mode:384})
const{exitCode:exitCode}=await docker([...bakeCommand(file,call),`--metadata-file=${metadata}`,"--progress=rawjson"],{cwd:root,env:environment(call),signal:signal,discard:true,onLine:line=>watch.line(line)})
const digests=exitCode===0?await readDigests(metadata):new Map
const baked=[...byTarget].map(([target,image])=>{const view=watch.target(target)
const digest=digests.get(target)??view.digest
return{...bakedImage(image,view),...digest!==undefined&&{digest:digest}}})
if(exitCode===0)return{images:baked}
const error=readError(watch.text)
const[only,...others]=images
const image=byTarget.get(error.target??"")??(others.length===0?only:undefined)
const target=image===undefined?"":names.get(imageId(image))??""
const step=image===undefined?undefined:watch.failedStep(target,error.message)
const failure={error:error,...image!==undefined&&{image:image},...step!==undefined&&{step:step}}
return{images:baked,failure:failure}}finally{await(0,promises_.rm)(folder,{recursive:true,force:true})}}function bakedImage(image,{steps:steps,warnings:warnings,durationMs:durationMs}){return{image:image,steps:steps,warnings:warnings,...durationMs!==undefined&&{durationMs:durationMs}}}async function readDigests(file){const json=JSON.parse(await(0,promises_.readFile)(file,"utf8"))
const entries=Object.entries(json??{})
return new Map(entries.flatMap(([target,value])=>{const digest=value?.["containerimage.digest"]
return typeof digest==="string"?[[target,digest]]:[]}))}var p_limit=__webpack_require__(370)
var external_node_timers_promises_=__webpack_require__(8500)
var config=__webpack_require__(7387)
var verify_verdicts=__webpack_require__(5231)
function verifyImage(facts,service,source,made){const verdicts=new verify_verdicts.v(service.verify);(0,config.l2)(verdicts,facts,service,source,made)
if((0,config.Np)(service))(0,config.Nh)(verdicts,facts)
return verdicts.checks}const lagMs=[0,250,500,1e3,2e3,4e3,8e3]
async function readBack(registry,image,digest,signal){let seen
for(const ms of lagMs){if(ms>0)await(0,external_node_timers_promises_.setTimeout)(ms,undefined,{signal:signal})
seen=(await registry.head(image.contentRef))?.digest
if(seen!==digest)continue
const facts=await registry.imageFacts(`${(0,documents_reference._)(image.contentRef)}@${digest}`,image.platform)
if(facts!==undefined)return{digest:digest,facts:facts}}throw new Error(seen===undefined||seen===digest?`${image.contentRef} was pushed as ${digest}, but the registry does not have it`:`${image.contentRef} was pushed as ${digest}, but the registry has ${seen} there`)}async function giveContentTag(registry,{contentRef:contentRef},digest,signal){const pushed=`${(0,documents_reference._)(contentRef)}@${digest}`
for(const ms of lagMs){if(ms>0)await(0,external_node_timers_promises_.setTimeout)(ms,undefined,{signal:signal})
const manifest=await registry.manifest(pushed)
if(manifest===undefined)continue
await registry.putManifest(contentRef,manifest.bytes,manifest.descriptor.mediaType)
return}throw new Error(`${pushed} was pushed, but the registry does not have it`)}function rowFacts(facts,service,source,{platform:platform,outcome:outcome}){const{attestations:attestations}=facts
return{digest:facts.digest,size:facts.size,layers:facts.layers.length,...attestations.length>0&&{attestations:attestations.map(({digest:digest})=>digest)},checks:verifyImage(facts,service,source,{platform:platform,outcome:outcome})}}var external_node_crypto_=__webpack_require__(7598)
function contentOf(facts,ownLabels){const sorted=object=>Object.entries(object).sort(([a],[b])=>a<b?-1:1)
const labels=sorted(facts.labels).filter(([key])=>!ownLabels.includes(key))
const value=[facts.layers.map(({digest:digest})=>digest),sorted(facts.settings),labels]
return(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(value)).digest("hex").slice(0,16)}class Contents{#plan
#registry
#known=new Map
constructor(plan,registry){this.#plan=plan
this.#registry=registry}add(image,facts){this.#known.set(imageId(image),Promise.resolve(this.#contentOf(image.service,facts)))}async under({from:from,platform:platform}){const services=[...new Set(Object.values(from))].sort()
return Object.fromEntries(await Promise.all(services.map(async service=>[service,await this.#of({service:service,platform:platform})])))}#of(parent){const id=imageId(parent)
const found=this.#known.get(id)??this.#read(parent)
this.#known.set(id,found)
return found}async#read(parent){const image=this.#plan.images.find(one=>imageId(one)===imageId(parent))
if(image===undefined)throw new Error(`the plan has no image of ${imageId(parent)}`)
const{contentRef:contentRef,decision:decision,platform:platform}=image
const ref=decision.kind==="unchanged"?`${(0,documents_reference._)(contentRef)}@${decision.digest}`:contentRef
const facts=await this.#registry.imageFacts(ref,platform)
if(facts===undefined)throw new Error(`${ref} was there and is gone now; run it again`)
return this.#contentOf(parent.service,facts)}#contentOf(name,facts){const service=this.#plan.services.find(one=>one.name===name)
const base={name:"-",digest:"-"}
return contentOf(facts,service===undefined?[]:Object.keys(imageLabels(this.#plan,service,{base:base})))}}async function keepSame({contentRef:contentRef,platform:platform,decision:decision},under,registry){if(decision.kind!=="build"||decision.keep===undefined)return undefined
const{digest:digest,on:on}=decision.keep
if(Object.entries(under).some(([service,content])=>on[service]!==content))return undefined
const published=`${(0,documents_reference._)(contentRef)}@${digest}`
const[manifest,facts]=await Promise.all([registry.manifest(published),registry.imageFacts(published,platform)])
if(manifest===undefined||facts===undefined)return undefined
await registry.putManifest(contentRef,manifest.bytes,manifest.descriptor.mediaType)
const bases=Object.keys(under)
return{facts:facts,reason:`${bases.join(", ")} ${bases.length===1?"holds":"hold"} the same as before`}}var harmless=__webpack_require__(2812)
async function readSecrets(service,root,env){const missing=[]
const values=[]
for(const secret of service.secrets){const value=secret.from==="env"?env[secret.env]||undefined:await(0,promises_.readFile)(within(root,secret.file),"utf8").catch(()=>undefined)
if(value!==undefined)values.push(value)
else if(secret.from==="env")missing.push(`secret ${secret.id}: the environment has no ${secret.env}, or an empty one; set it for this step`)
else missing.push(`secret ${secret.id}: there is no file ${secret.file}`)}return{missing:missing,values:values}}async function missingAgents({ssh:ssh=[]},env){const missing=[]
for(const{id:id,env:name="SSH_AUTH_SOCK"}of ssh){const place=env[name]||undefined
const wrong=place===undefined?`the environment has no ${name}, or an empty one`:await(0,promises_.access)(place).then(()=>undefined,()=>`there is nothing at ${place}, which ${name} names`)
if(wrong!==undefined)missing.push(`ssh ${id}: ${wrong}; start an agent, or set ${name} for this step`)}return missing}function striker(values){const parts=values.flatMap(value=>[value,...value.split(/\r?\n/)]).map(part=>part.trim())
const sorted=[...new Set(parts)].filter(part=>part.length>=4).sort((a,b)=>b.length-a.length)
return text=>sorted.reduce((rest,part)=>rest.replaceAll(part,"***"),(0,harmless.wh)(text))}function toldOf(baked,strike,spoiled){const{durationMs:durationMs}=baked
const steps=baked.steps.map(step=>({...step,name:strike(step.name),log:step.log.map(strike)}))
const warnings=[...spoiled===undefined?[]:[spoiled],...baked.warnings].map(strike)
return{row:{...durationMs!==undefined&&{durationMs:durationMs},...steps.length>0&&{steps:steps.map(({name:name,durationMs:durationMs,cached:cached})=>({name:name,durationMs:durationMs,cached:cached}))},...warnings.length>0&&{warnings:warnings}},steps:[...steps.map(({name:name,durationMs:durationMs,cached:cached,failed:failed,log:log})=>({text:`${cached?"cached":`${(durationMs/1e3).toFixed(1)}s`}  ${name}`,state:failed?"failed":cached?"cached":"done",log:log})),...warnings.map(warning=>({text:`warning: ${warning}`,state:"done",log:[]}))]}}function errorOf(failure,service,strike){const{error:error,step:step}=failure??{error:{message:"docker buildx bake failed"}}
return{message:strike(cause(error,step)),...step!==undefined&&step.log.length>0&&{log:step.log.map(strike)},...error.line!==undefined&&service!==undefined&&{file:service.dockerfile,line:error.line}}}const registryTries=4
class Tries{#cure
#done
#crashed=false
#uncached=false
constructor(last){this.#cure=last
this.#done=last.kind==="none"?0:1
this.#remember()}get cache(){return this.#uncached?"without-cache":"with-cache"}get why(){switch(this.#cure.kind){case"emulator":return"the emulator crashed; once more"
case"cache":return"once more without the cache"
case"registry":return"the registry was busy; again"
case"none":case"engine-gone":return undefined
default:return this.#cure}}async pause(signal){if(this.#cure.kind!=="registry")return
const ms=1e3*2**(this.#done-1)*(.5+Math.random()/2)
await(0,external_node_timers_promises_.setTimeout)(ms,undefined,{signal:signal}).catch(()=>{})}again(cure){this.#done++
this.#cure=cure
const again=cure.kind==="emulator"&&!this.#crashed||cure.kind==="cache"&&!this.#uncached||cure.kind==="registry"&&this.#done<registryTries
this.#remember()
return again}#remember(){if(this.#cure.kind==="emulator")this.#crashed=true
if(this.#cure.kind==="cache")this.#uncached=true}}class Builder{#input
#rows
#services
#pushed=new Map
#contents
#secrets=new Set
#apart
#cache
#spoiled=new Map
constructor(input,rows){this.#input=input
this.#rows=rows
this.#services=new Map(input.plan.services.map(service=>[service.name,service]))
this.#contents=new Contents(input.plan,input.registry)
this.#apart=(0,p_limit.A)(input.options?.parallel??4)
this.#cache=input.options?.cache??noCache}isThere({service:service,platform:platform}){const id=imageId({service:service,platform:platform})
if(this.#pushed.has(id))return true
return this.#input.plan.images.some(one=>imageId(one)===id&&one.decision.kind==="unchanged")}async build(batch){await Promise.all(batch.map(image=>this.#keep(image)))
const images=await this.#withSecrets(this.#open(batch))
if(images.length===0)return
if(this.#input.options?.parallel!==undefined){await Promise.all(images.map(image=>this.#apart(()=>this.#buildAlone(image,{kind:"none"}))))
return}for(const image of images)this.#rows.tell(image,"started")
const run=await this.#bake(images)
await this.#endPushed(run)
if(run.failure===undefined)return this.#endLost(images)
if(isCacheRefused(run.failure.error)&&this.#cache.kind!=="none"){this.#cache=noCache
for(const image of images)this.#blameCache(image,run.failure.error)
return this.build(this.#open(images))}const{image:broken,error:error,step:step}=run.failure
const cure=broken===undefined?cureFor(error,step):this.#cure(broken,run)
if(cure.kind==="engine-gone"&&!this.#input.signal.aborted)for(const image of this.#open(images))this.#fail(image,run)
else if(broken!==undefined&&cure.kind==="none"&&this.#open([broken]).length>0)this.#fail(broken,run)
const tried=image=>image===broken?cure:{kind:"none"}
await Promise.all(this.#open(images).map(image=>this.#apart(()=>this.#buildAlone(image,tried(image)))))}async#keep(image){const{plan:plan,registry:registry,signal:signal,options:options}=this.#input
const service=this.#services.get(image.service)
const{decision:decision,platform:platform}=image
if(decision.kind!=="build"||decision.keep===undefined||service===undefined)return
if(options?.steps==="anew")return
try{const kept=await keepSame(image,await this.#contents.under(image),registry)
if(kept===undefined)return
const{facts:facts,reason:reason}=kept
this.#pushed.set(imageId(image),facts.digest)
this.#contents.add(image,facts)
const row=rowFacts(facts,service,plan.source,{platform:platform,outcome:"unchanged"})
this.#rows.end(image,{outcome:"unchanged",reason:reason,...row})}catch(error){if(signal.aborted)this.#rows.end(image,{outcome:"cancelled"})
else this.#rows.end(image,{outcome:"failed",error:{message:error.message}})}}async#buildAlone(image,last){const{signal:signal}=this.#input
const tries=new Tries(last)
this.#rows.tell(image,"started")
for(;;){if(tries.why!==undefined)this.#rows.tell(image,"update",tries.why)
await tries.pause(signal)
if(signal.aborted)return this.#rows.end(image,{outcome:"cancelled"})
const run=await this.#bake([image],tries.cache)
await this.#endPushed(run)
if(this.#open([image]).length===0)return
if(run.failure===undefined)return this.#endLost([image])
if(!tries.again(this.#cure(image,run)))return this.#fail(image,run)}}#cure(image,{failure:failure}){if(failure===undefined)return{kind:"none"}
const{native:native}=this.#input.options??{}
const cure=cureFor(failure.error,failure.step)
if(cure.kind==="emulator"&&image.platform===native)return{kind:"none"}
if(cure.kind!=="none"||this.#cache.kind==="none"||!mayBeCache(failure.error))return cure
this.#blameCache(image,failure.error)
return{kind:"cache"}}#blameCache(image,{message:message}){this.#spoiled.set(imageId(image),`built without the cache, with it came: ${message}`)}async#bake(images,how="with-cache"){const{plan:plan,root:root,docker:docker,signal:signal,env:env,options:options={}}=this.#input
const strike=this.#strike()
const early=this.#cache.write===undefined
const ending=[]
try{const under=await Promise.all(images.map(async image=>[imageId(image),await this.#contents.under(image)]))
return await runBake({...options,cache:how==="without-cache"?noCache:this.#cache,plan:plan,root:root,env:env,docker:docker,signal:signal,images:images,pushed:this.#pushed,under:new Map(under),onStep:(image,step)=>this.#rows.tell(image,"update",strike(step)),onPushed:(baked,digest)=>early&&ending.push(this.#endOne(baked,digest))})}catch(error){const failure={error:{message:error.message}}
return{images:images.map(image=>({image:image,steps:[],warnings:[]})),failure:failure}}finally{await Promise.all(ending)}}async#endPushed(run){await Promise.all(run.images.map(async baked=>{if(baked.digest===undefined||this.#rows.of(baked.image)!==undefined)return
await this.#endOne(baked,baked.digest)}))}async#endOne(baked,digest){const{image:image}=baked
const{plan:plan,registry:registry,signal:signal,options:options}=this.#input
const service=this.#services.get(image.service)
if(service===undefined)return
const{platform:platform}=image
const{row:told,steps:steps}=toldOf(baked,this.#strike(),this.#spoiled.get(imageId(image)))
try{const byDigest=pushesByDigest(options?.driver??"docker")
if(byDigest)await giveContentTag(registry,image,digest,signal)
const{facts:facts}=await readBack(registry,image,digest,signal)
this.#pushed.set(imageId(image),facts.digest)
this.#contents.add(image,facts)
const row=rowFacts(facts,service,plan.source,{platform:platform,outcome:"built"})
this.#rows.end(image,{outcome:"built",...told,...row},steps)}catch(error){if(signal.aborted)return this.#rows.end(image,{outcome:"cancelled"})
const{message:message}=error
this.#rows.end(image,{outcome:"failed",...told,error:{message:message}},steps)}}#endLost(images){for(const image of this.#open(images))this.#rows.end(image,{outcome:"failed",error:{message:"docker buildx bake told of no digest for it"}})}#fail(image,{failure:failure,images:images}){if(this.#input.signal.aborted){this.#rows.end(image,{outcome:"cancelled"})
return}const baked=images.find(one=>one.image===image)??{image:image,steps:[],warnings:[]}
const{row:row,steps:steps}=toldOf(baked,this.#strike())
const error=errorOf(failure,this.#services.get(image.service),this.#strike())
this.#rows.end(image,{outcome:"failed",...row,...error&&{error:error}},steps)}#strike(){return striker([...this.#secrets])}#open(images){return images.filter(image=>this.#rows.of(image)===undefined)}async#withSecrets(images){const{root:root,env:env}=this.#input
for(const image of images){const service=this.#services.get(image.service)
if(service===undefined)continue
const secrets=await readSecrets(service,root,env)
for(const value of secrets.values)this.#secrets.add(value)
const missing=[...secrets.missing,...await missingAgents(service,env)]
if(missing.length>0)this.#rows.end(image,{outcome:"failed",error:{message:missing.join("; ")}})}return this.#open(images)}}class Rows{#plan
#progress
#rows=new Map
constructor(plan,progress){this.#plan=plan
this.#progress=progress}end(image,result,steps=[]){const id=imageId(image)
if(this.#rows.has(id))throw new Error(`${id} has ended already`)
const{service:service,platform:platform,fingerprint:fingerprint,contentRef:contentRef}=image
this.#rows.set(id,{service:service,platform:platform,fingerprint:fingerprint,contentRef:contentRef,checks:[],...result})
const good=result.outcome==="built"||result.outcome==="unchanged"
this.#progress({stage:"build",subject:this.subject(image),state:good?"done":"failed",text:ended(result),...steps.length>0&&{steps:steps}})}tell(image,state,text){this.#progress({stage:"build",subject:this.subject(image),state:state,...text!==undefined&&{text:text}})}of(image){return this.#rows.get(imageId(image))}all(){return this.#plan.images.map(image=>{const row=this.#rows.get(imageId(image))
if(row===undefined)throw new Error(`${imageId(image)} never ended`)
return row})}subject({service:service,platform:platform}){const several=this.#plan.images.filter(one=>one.service===service).length>1
return several?`${service} ${platform}`:service}}function ended({outcome:outcome,digest:digest,durationMs:durationMs,error:error}){const short=digest?.slice("sha256:".length,"sha256:".length+12)
const time=durationMs===undefined?undefined:`${(durationMs/1e3).toFixed(1)}s`
const words=outcome==="built"?[short,time]:outcome==="failed"?[error?.message]:[outcome,error?.message??short]
return words.filter(word=>word!==undefined).join(" ")}async function build(given){const input={...given,root:await(0,promises_.realpath)(given.root)}
const{plan:plan,signal:signal,now:now,options:options={}}=input
const started=now()
const rows=new Rows(plan,input.progress)
const wanted=plan.images.filter(({decision:decision})=>decision.kind==="build")
const command=wanted.length===0?[]:await exportDefinition(input)
for(const image of plan.images)endBlocked(rows,image)
const unchanged=plan.images.map(image=>endUnchanged(input,rows,image))
const builder=new Builder(input,rows)
await buildInOrder(wanted,rows,builder,signal)
await Promise.all(unchanged)
return{kind:"lucid.build",version:1,revision:plan.source.revision,images:rows.all(),command:command.length===0?[]:["docker",...command,...options.steps==="anew"?["--no-cache"]:[]],durationMs:Math.round(now()-started)}}async function buildInOrder(wanted,rows,builder,signal){const queue=new Set(wanted)
const running=new Set
for(;;){endHopeless(queue,rows,signal)
const ready=[...queue].filter(image=>parents(image).every(parent=>isThere(rows,builder,parent)))
const awaited=new Set([...queue].flatMap(image=>parents(image).map(imageId)))
const[first,rest]=[true,false].map(has=>ready.filter(image=>awaited.has(imageId(image))===has))
for(const batch of[first??[],rest??[]]){if(batch.length===0)continue
for(const image of batch)queue.delete(image)
const run=builder.build(batch).finally(()=>running.delete(run))
running.add(run)}if(running.size===0)break
await Promise.race(running)}for(const image of queue)rows.end(image,{outcome:"skipped",error:{message:"the plan does not say how to get what it is FROM"}})}function parents({from:from,platform:platform}){return[...new Set(Object.values(from))].map(service=>({service:service,platform:platform}))}function isThere(rows,builder,parent){const outcome=rows.of(parent)?.outcome
return builder.isThere(parent)||outcome==="built"||outcome==="unchanged"}function endHopeless(queue,rows,signal){for(let before=-1;before!==queue.size;){before=queue.size
for(const image of queue){const lost=parents(image).find(parent=>{const outcome=rows.of(parent)?.outcome
return outcome==="failed"||outcome==="skipped"||outcome==="cancelled"})
if(signal.aborted)rows.end(image,{outcome:"cancelled"})
else if(lost!==undefined)rows.end(image,{outcome:"skipped",error:{message:`it is FROM ${lost.service}, which ${rows.of(lost)?.outcome==="failed"?"failed":"was not built"}`}})
else continue
queue.delete(image)}}}function endBlocked(rows,image){const{decision:decision}=image
if(decision.kind!=="blocked")return
const[first]=decision.problems
const{file:file,line:line}=first?.at??{}
const message=decision.problems.length>0?decision.problems.map(errors.Vw).join("\n"):decision.reasons.map(({detail:detail})=>detail).join("; ")
const byOthers=decision.problems.length>0&&decision.problems.every(({code:code})=>code==="plan/base-blocked")
rows.end(image,{outcome:byOthers?"skipped":"failed",error:{message:message,...file!==undefined&&{file:file},...line!==undefined&&{line:line}}})}async function endUnchanged({plan:plan,registry:registry,signal:signal},rows,image){const{decision:decision,platform:platform}=image
if(decision.kind!=="unchanged")return
const service=plan.services.find(({name:name})=>name===image.service)
try{const facts=await registry.imageFacts(`${(0,documents_reference._)(image.contentRef)}@${decision.digest}`,platform)
if(facts===undefined||service===undefined)throw new Error(`${image.contentRef} was there when the run was planned and is gone now; run it again`)
rows.end(image,{outcome:"unchanged",...rowFacts(facts,service,plan.source,{platform:platform,outcome:"unchanged"})})}catch(error){if(signal.aborted)rows.end(image,{outcome:"cancelled"})
else rows.end(image,{outcome:"failed",error:{message:error.message}})}}async function exportDefinition(input){const{outDir:outDir,driver:_,...options}=input.options??{}
const file=external_node_path_.join(outDir??"","bake.json")
const definition={...input,...options}
if(outDir!==undefined){await(0,promises_.mkdir)(outDir,{recursive:true})
await(0,promises_.writeFile)(file,bakeFileText(bakeDefinition(definition)),{mode:384})}return bakeCommand(file,definition)}var docker_engine=__webpack_require__(7048)
async function proxyArgs(env){const file=external_node_path_.join(env.DOCKER_CONFIG||external_node_path_.join((0,external_node_os_.homedir)(),".docker"),"config.json")
let proxies
try{proxies=JSON.parse(await(0,promises_.readFile)(file,"utf8"))?.proxies}catch{return[]}const each=typeof proxies==="object"&&proxies!==null?Object.values(proxies):[]
const set=new Set(each.flatMap(one=>typeof one==="object"&&one!==null?Object.keys(one):[]))
return Object.entries(variables).flatMap(([key,variable])=>set.has(key)?[variable]:[])}const variables={httpProxy:"HTTP_PROXY",httpsProxy:"HTTPS_PROXY",ftpProxy:"FTP_PROXY",noProxy:"NO_PROXY",allProxy:"ALL_PROXY"}
var out=__webpack_require__(2563)
async function cacheFor(options,world,plan,driver){const{env:env,cwd:cwd,log:log}=world
const kind=options.cacheType==="auto"?fittingCache(env,driver):options.cacheType
const scopes=cacheScopes(plan.source,env)
const without=why=>{log(`no cache: ${why}`)
return noCache}
if(kind==="none")return noCache
if(kind==="gha"&&!hasGitHubCache(env))return without("GitHub's needs ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL, which GitHub gives to actions, not to `run:` steps")
if(kind!=="local")return{kind:kind,...scopes}
const folder=options.cacheFolder?external_node_path_.resolve(cwd,options.cacheFolder):external_node_path_.join((0,out.n)(env),"layers")
try{await(0,promises_.mkdir)(folder,{recursive:true})}catch(error){return without(`${folder} cannot be made: ${error.message}`)}return{kind:kind,...scopes,folder:folder}}async function attestFor({provenance:provenance,sbom:sbom},{env:env},plan,registry){const builderId=builderIdOf(env)
const attest={provenance:provenance,...builderId!==undefined&&{builderId:builderId}}
const problems=provenanceProblems(plan,attest,provenance==="max"?await proxyArgs(env):[])
if(problems.length>0)throw new errors.yo(problems)
if(sbom===undefined)return attest
const generator=sbom==="on"?"docker.io/docker/buildkit-syft-scanner:stable-1":sbom
return{...attest,sbom:(await registry.resolve(generator)).pinned}}async function writeWhole(file,text){const temporary=`${file}.${process.pid}.tmp`
try{await(0,promises_.mkdir)(external_node_path_.dirname(file),{recursive:true})
await(0,promises_.writeFile)(temporary,text)
await(0,promises_.rename)(temporary,file)}catch(cause){await(0,promises_.rm)(temporary,{force:true}).catch(()=>{})
const why=cause instanceof Error?cause.message:String(cause)
const fix="name a folder that can be written to, with --out"
throw new errors.yo({code:"document/unwritable",message:"cannot be written",at:{file:file},why:why,fix:fix},{cause:cause})}return file}const fileOf=(out,kind)=>external_node_path_.join(out,`${kind.replace(/^lucid\./,"")}.json`)
async function writeDocument(out,document){return writeWhole(fileOf(out,document.kind),`${JSON.stringify(document,undefined,"\t")}\n`)}async function readDocument(file,kind,version){let text
try{text=await(0,promises_.readFile)(file,"utf8")}catch(cause){if(cause.code==="ENOENT")return undefined
throw unreadable(file,"cannot be read",cause)}let value
try{value=JSON.parse(text)}catch(cause){throw unreadable(file,"is not JSON",cause)}const found=typeof value==="object"&&value!==null?value:{}
if(found.kind!==kind)throw unreadable(file,`is no ${kind} document`)
if(found.version!==version)throw unreadable(file,`is version ${found.version} of ${kind}, and this program reads version ${version}`)
return found}function lastDocument(out,kind,version){return readDocument(fileOf(out,kind),kind,version)}function unreadable(file,message,cause){const why=cause instanceof Error?cause.message:undefined
const fix="run the stage that writes it again"
return new errors.yo({code:"document/unreadable",message:message,at:{file:file},fix:fix,...why!==undefined&&{why:why}},{cause:cause})}var external_node_fs_=__webpack_require__(3024)
var posix_=__webpack_require__(3916)
function selectServices(catalog,{services:services,phases:phases}){const problems=[]
for(const pattern of services){if(pattern==="*"||catalog.services.some(({name:name})=>(0,posix_.matchesGlob)(name,pattern)))continue
const planned=catalog.planned.some(({name:name})=>(0,posix_.matchesGlob)(name,pattern))
problems.push({code:"select/service",message:planned?`"${pattern}" is planned: it has no Dockerfile yet`:`no service is called "${pattern}"`,at:{file:catalog.file},fix:planned?"take `planned: true` away once it can be built":`one of ${nearest(pattern,catalog.services)}`})}for(const phase of phases){if(catalog.phases.some(({id:id})=>id===phase))continue
problems.push({code:"select/phase",message:`there is no phase "${phase}"`,at:{file:catalog.file},fix:catalog.phases.length>0?`one of ${catalog.phases.map(({id:id})=>id).join(", ")}`:"the catalog names no phases"})}if(problems.length>0)throw new errors.yo(problems)
return catalog.services.filter(({name:name,phase:phase})=>(services.length===0||services.some(pattern=>pattern==="*"||(0,posix_.matchesGlob)(name,pattern)))&&(phases.length===0||phase!==undefined&&phases.includes(phase)))}function nearest(pattern,services){const parts=pattern.split(/[-*?[\]{}]+/).filter(part=>part.length>2)
const hits=({name:name})=>parts.filter(part=>name.includes(part)).length
const sorted=[...services].sort((a,b)=>hits(b)-hits(a)).map(({name:name})=>name)
return sorted.length>8?`${sorted.slice(0,8).join(", ")}, ...`:sorted.join(", ")}async function changedSince(git,revision,paths){if(!/^[0-9a-f]{7,64}$/.test(revision))return undefined
const[tracked,untracked]=await Promise.all([git(["diff","--name-only","--relative","--no-renames","-z",revision,"--",...paths.map(literal)]),git(["ls-files","--others","--exclude-standard","-z","--",...paths.map(literal)])])
if(tracked===undefined)return undefined
return[...new Set(`${tracked}${untracked??""}`.split("\0").filter(Boolean))].sort()}const literal=path=>`:(literal)${path}`
function listModified(git){return git(["-c","core.fileMode=true","diff-files","--name-only","--relative","-z"])}var dockerfile_dockerfile=__webpack_require__(651)
async function partsOf(inputs,outside){const{service:service,platform:platform,trace:trace}=inputs
return[{kind:"dockerfile",name:"Dockerfile",value:dockerfileValue(inputs)},...await fileParts(inputs,outside),{kind:"args",name:"args",value:argsOf(inputs)},{kind:"settings",name:"settings",value:{platform:platform,secrets:[...trace.secrets].sort(),ssh:[...trace.ssh].sort()}},...outside.bases.map(({ref:ref,digest:digest})=>({kind:"base",name:ref,value:digest})),...imageParts(inputs,outside),...trace.urls.map(({url:url,checksum:checksum})=>({kind:"url",name:url,value:checksum})),...urlContexts(service)]}function argsOf({args:args,trace:trace}){const known=new Set(trace.declaredArgs)
const used=Object.entries(args).filter(([name])=>known.has(name)||(0,dockerfile_dockerfile.Z7)(name))
return Object.fromEntries(used.sort(([a],[b])=>a<b?-1:1))}const ofContainers=new Set(["CMD","ENTRYPOINT","EXPOSE","HEALTHCHECK","LABEL","MAINTAINER","STOPSIGNAL","VOLUME"])
function dockerfileValue({dockerfile:dockerfile,trace:trace,args:args}){const places=new Map(trace.stages.map(({index:index},place)=>[index,place]))
const named=new Map(trace.stages.map(({index:index,name:name})=>[name,places.get(index)]))
const place=(from,numbers)=>numbers&&/^[+-]?\d+$/.test(from)?places.get(Number(from)):named.get(from.toLowerCase())
const value=instruction=>{const{keyword:keyword,rest:rest,heredocs:heredocs}=instruction
const told=keyword==="COPY"&&trace.wholeContext.length===0&&!instruction.flags.some(({name:name})=>name==="from")
const counted=told?instruction.flags.filter(({name:name})=>name!=="exclude"):instruction.flags
const flags=counted.map(flag=>withPlace(keyword,flag,place))
const all=keyword==="ONBUILD"&&/from=/i.test(rest)?trace.stages.map(({index:index,name:name})=>[index,name]):[]
const text=keyword==="ARG"&&instruction.pairs.some(({key:key})=>Object.hasOwn(args,key))?instruction.pairs.map(({key:key,value:value})=>Object.hasOwn(args,key)?[key]:[key,value]):rest
return[keyword,flags,text,heredocs.map(({name:name,content:content,expand:expand})=>[name,content,expand]),all]}
const stages=trace.stages.map(({index:index,base:base})=>{const{instruction:instruction,from:from,instructions:instructions}=dockerfile.stages[index]??missingStage(index)
const counts=trace.final.chain.includes(index)?instructions:instructions.filter(({keyword:keyword})=>!ofContainers.has(keyword))
return[instruction.flags,base.kind==="stage"?places.get(base.stage):base.kind==="named"?[from,base.name]:from,counts.map(value)]})
const last=dockerfile.text.includes("TARGETSTAGE")?trace.stages.at(-1)?.name??"default":undefined
return[dockerfile.escape,dockerfile.globals.map(value),stages,last]}function missingStage(index){throw new Error(`no stage ${index}`)}function withPlace(keyword,{name:name,value:value},place){if(value===undefined)return[name]
if(keyword==="COPY"&&name==="from")return[name,place(value,true)??value]
if(keyword!=="RUN"||name!=="mount")return[name,value]
const from=/(?:^|,)from=([^,]*)/i.exec(value)?.[1]
const found=from===undefined?undefined:place(from,false)
return found===undefined?[name,value]:[name,value.replace(/(^|,)from=[^,]*/i,"$1"),found]}async function fileParts({selected:selected,trace:trace},{hash:hash}){const problems=new Map
const unread=(entry,line,error)=>{const why=error instanceof Error?error.message:String(error)
const message=`${entry.path} cannot be read`
problems.set(entry.path,{code:"dockerfile/unreadable",message:message,why:why,at:{file:trace.file,line:line}})
return""}
const rows=async({input:input,entries:entries,root:root})=>{const value=[]
const waiting=[]
for(const entry of entries){const content=entry.kind==="dir"?"":hash(entry)
const row=[entry.path.slice(root.length),entry.kind,entry.executable&&!input.oneMode,content]
value.push(row)
if(typeof content==="string")continue
const put=id=>{row[3]=id}
waiting.push(content.then(put,error=>put(unread(entry,input.line,error))))}await Promise.all(waiting)
return value}
const byName=Map.groupBy(selected,({input:input})=>input.context===""?input.label:`${input.label} (${input.context})`)
const parts=[]
for(const[name,alike]of byName){const value=[]
for(const one of alike)value.push(await rows(one))
parts.push({kind:"files",name:name,value:value})}if(problems.size>0)throw new errors.yo([...problems.values()])
return parts}function imageParts({from:from},{fingerprints:fingerprints}){return[...new Set(Object.values(from))].map(service=>{const names=Object.keys(from).filter(name=>from[name]===service)
return{kind:"image",name:service,value:[names.sort(),fingerprints.get(service)]}})}function urlContexts({contexts:contexts}){return Object.entries(contexts).flatMap(([name,context])=>context.kind==="url"?[{kind:"url",name:(0,dockerfile_dockerfile.p2)(name),value:context.url}]:[])}function listInputs(inputs,image){const{service:service,platform:platform,trace:trace,selected:selected,from:from}=inputs
const pinned=new Map(image?.bases.map(base=>[base.ref,base.pinned]))
return{service:service.name,platform:platform,dockerfile:service.dockerfile,files:selected.map(({input:input,entries:entries})=>({instruction:input.label,line:input.line,...input.context!==""&&{context:input.context},paths:entries.filter(({kind:kind})=>kind!=="dir").map(({path:path})=>path)})),images:trace.images.map(({ref:ref,use:use,line:line,platform:on,platformName:platformName})=>{const pin=pinned.get(ref)
return{ref:ref,use:use,line:line,platform:on==="target"?platform:platformName??"build",...pin!==undefined&&{pinned:pin}}}),catalogImages:from,urls:trace.urls.map(({url:url,line:line,pinned:fixed})=>({url:url,line:line,pinned:fixed})),contexts:Object.fromEntries(Object.entries(service.contexts).map(([name,context])=>[name,contextWords(context,pinned.get(name))])),args:argsOf(inputs),volatileArgs:image?.volatileArgs??[],secrets:trace.secrets,ssh:trace.ssh,wholeContext:trace.wholeContext}}function contextWords(context,pinned){switch(context.kind){case"service":return`target:${context.service}`
case"image":return`docker-image://${pinned??context.ref}`
case"path":return context.path
case"url":return context.url
default:return context}}const groupOf=({platform:platform,runner:runner})=>JSON.stringify([platform,runner])
function pack(works,most){const groups=[...Map.groupBy(works,groupOf).values()]
const shares=share(groups,most)
return groups.flatMap((group,index)=>packGroup(group,shares[index]??1))}function share(groups,most){const shares=groups.map(()=>1)
const totals=groups.map(group=>group.reduce((sum,{seconds:seconds})=>sum+seconds,0))
for(let left=most-groups.length;left>0;left-=1){let best
for(const[index,group]of groups.entries()){if((shares[index]??1)>=group.length)continue
const load=(totals[index]??0)/(shares[index]??1)
if(best===undefined||load>(totals[best]??0)/(shares[best]??1))best=index}if(best===undefined)break
shares[best]=(shares[best]??1)+1}return shares}function packGroup(works,count){if(works.length<=count)return works.map(work=>({works:[work],seconds:chain(work)}))
const mine=new Set(works)
const placed=new Set
const bins=Array.from({length:count},()=>({works:[],builds:new Set,seconds:0}))
for(const work of works.toSorted((a,b)=>chain(b)-chain(a))){if(placed.has(work))continue
const all=[...work.needs,work]
let best
for(const bin of bins){const end=bin.seconds+all.reduce((sum,one)=>sum+(bin.builds.has(one)?0:one.seconds),0)
if(best===undefined||end<best.end)best={bin:bin,end:end}}if(best===undefined)continue
const{bin:bin,end:end}=best
bin.seconds=end
for(const one of all){bin.builds.add(one)
if(!mine.has(one)||placed.has(one))continue
placed.add(one)
bin.works.push(one)}}return bins.filter(bin=>bin.works.length>0).map(bin=>({works:bin.works.toSorted((a,b)=>a.wave-b.wave),seconds:bin.seconds}))}const chain=({needs:needs,seconds:seconds})=>needs.reduce((sum,base)=>sum+base.seconds,seconds)
const imageKey=(service,platform)=>`${service} ${platform}`
const plainRunner="ubuntu-24.04"
const otherRunners={"linux/arm64":"ubuntu-24.04-arm"}
const plainPlatform=/^linux\/(?:amd64|386)(?:\/|$)/
const guessedSeconds=60
const bytesPerSecond=2e6
const leastSeconds=10
const emulationFactor=10
function workOf(images,services,waves,runners,known){const byName=new Map(services.map(service=>[service.name,service]))
const wave=new Map(waves.flatMap((names,index)=>names.map(name=>[name,index])))
const waveOf=({service:service})=>wave.get(service)??0
const toBuild=images.filter(({decision:decision})=>decision.kind==="build")
const times=toBuild.flatMap(image=>known.seconds.get(imageKey(image.service,image.platform))??[])
const usual=times.length*2>=toBuild.length?median(times):undefined
const made=new Map
for(const image of toBuild.toSorted((a,b)=>waveOf(a)-waveOf(b))){const{service:service,platform:platform}=image
const from=[...new Set(Object.values(image.from))].flatMap(name=>made.get(imageKey(name,platform))??[])
made.set(imageKey(service,platform),{service:service,platform:platform,runner:runnerOf(byName.get(service),platform,runners),phase:byName.get(service)?.phase,wave:waveOf(image),seconds:secondsOf(image,isNative(byName.get(service),platform,runners),known,usual),needs:[...new Set(from.flatMap(base=>[...base.needs,base]))]})}const has=map=>[...made.keys()].some(key=>map.has(key))
return{work:[...made.values()],by:has(known.seconds)?"times":has(known.sizes)?"sizes":"guess"}}function runnerOf(service,platform,runners){const standard=runners==="native"?otherRunners[platform]:undefined
return service?.runners?.[platform]??standard??plainRunner}function isNative(service,platform,runners){const other=runners==="native"&&otherRunners[platform]!==undefined
return plainPlatform.test(platform)||other||service?.runners?.[platform]!==undefined}function secondsOf({service:service,platform:platform},native,known,usual){const key=imageKey(service,platform)
const seconds=known.seconds.get(key)
if(seconds!==undefined)return seconds
const size=known.sizes.get(key)
if(size===undefined&&usual!==undefined)return usual
const guess=size===undefined?guessedSeconds:Math.max(leastSeconds,size/bytesPerSecond)
return guess*(native?1:emulationFactor)}function median(numbers){return numbers.toSorted((a,b)=>a-b)[Math.floor(numbers.length/2)]}const overheadSeconds=30
const atOnce=20
const billed=seconds=>Math.ceil(seconds/60)
function estimate(bins,images,works,by){const byKey=new Map(works.map(work=>[imageKey(work.service,work.platform),work]))
const each=images.map(({service:service,platform:platform})=>{const work=byKey.get(imageKey(service,platform))
return work===undefined?0:chain(work)})
return{matrix:costOf(bins.map(({seconds:seconds})=>seconds)),jobEach:costOf(each),by:by}}function costOf(builds){const jobs=builds.map(seconds=>overheadSeconds+seconds)
const ends=Array.from({length:Math.min(atOnce,jobs.length)},()=>0)
for(const seconds of jobs){const first=ends.indexOf(Math.min(...ends))
ends[first]=(ends[first]??0)+seconds}return{jobs:jobs.length,wallSeconds:Math.round(Math.max(0,...ends)),billedMinutes:jobs.reduce((sum,seconds)=>sum+billed(seconds),0)}}function openFiles(tree,read){const readText=once(read)
const readIgnore=once(async path=>{if(!mayBeThere(tree,path))return undefined
const text=await readText(path)
return text===undefined?undefined:(0,dockerfile_dockerfile.wo)(text,path)})
return{tree:tree,readText:readText,readIgnore:readIgnore}}function mayBeThere(tree,path){let node=tree
for(const name of path.split("/")){const next=node.children?.get(name)
if(next===undefined)return node.entry.kind==="symlink"||name==="."||name===""
node=next}return true}function once(ask){const answers=new Map
return path=>{const answer=answers.get(path)??ask(path)
answers.set(path,answer)
return answer}}const volatileArgs=["BUILD_DATE","VCS_REF","GIT_COMMIT","VERSION","SOURCE_DATE_EPOCH"]
const volatileTemplate=/\{\{\s*(?:revision|short_revision|date|version)\s*\}\}/
function isVolatile(name,args){const value=args[name]
return value===undefined?volatileArgs.includes(name):volatileTemplate.test(value)}async function readInputs(service,platform,catalog,files,readBaseConfig){if(service.problems!==undefined)return service.problems
try{const text=await files.readText(service.dockerfile)
if(text===undefined)return[{code:"dockerfile/missing",message:`${service.dockerfile} cannot be read`,at:service.at}]
const dockerfile=(0,dockerfile_dockerfile.Ai)(text,service.dockerfile)
const args=fixedArgs(service,catalog.project)
const asked={dockerfile:dockerfile,service:service,platform:platform,args:args,services:catalog.services,files:files}
const{trace:trace,from:from}=await traceService(asked,readBaseConfig)
const{selected:selected,problems:problems}=await selectAll(service,trace,files)
return{service:service,platform:platform,dockerfile:dockerfile,args:args,trace:trace,selected:selected,from:from,problems:[...trace.problems,...problems]}}catch(error){if(error instanceof errors.yo)return error.problems
throw error}}function fixedArgs(service,project){const vars={name:service.name,project:project,...service.phase!==undefined&&{phase:service.phase}}
const fixed=Object.entries(service.args).filter(([name])=>!isVolatile(name,service.args))
return Object.fromEntries(fixed.map(([name,value])=>[name,expand(value,vars)]))}async function traceService(asked,readBaseConfig){const{dockerfile:dockerfile,service:service,platform:platform,args:args,services:services,files:files}=asked
const names=new Set(Object.keys(service.contexts).map(dockerfile_dockerfile.p2))
const from={}
for(const[name,context]of Object.entries(service.contexts))if(context.kind==="service")from[(0,dockerfile_dockerfile.p2)(name)]=context.service
const configs=new Map
const triggers=new Map
const key=(ref,on)=>`${on??platform} ${ref}`
const options={target:service.target,platform:platform,args:args,names:names,volatile:new Set([...volatileArgs,...Object.keys(service.args)].filter(name=>isVolatile(name,service.args))),baseConfig:(ref,on)=>configs.get(key(ref,on)),triggers:name=>triggers.get(name)}
for(;;){const trace=(0,dockerfile_dockerfile.$w)(dockerfile,options)
const before=names.size+configs.size+triggers.size
for(const{ref:ref}of trace.images){const made=services.find(other=>other.name!==service.name&&isImageOf(ref,other))
if(made===undefined)continue
from[(0,dockerfile_dockerfile.p2)(ref)]=made.name
names.add((0,dockerfile_dockerfile.p2)(ref))}const outside=trace.images.filter(({ref:ref,use:use})=>use==="FROM"&&!names.has((0,dockerfile_dockerfile.p2)(ref)))
const news=new Map(outside.map(({ref:ref,platformName:platformName})=>[key(ref,platformName),{ref:ref,on:platformName}]))
const ask=[...news].filter(([one])=>readBaseConfig!==undefined&&!configs.has(one))
await Promise.all(ask.map(async([one,{ref:ref,on:on}])=>configs.set(one,await(readBaseConfig?.(ref,on??platform)))))
for(const{name:name,use:use}of trace.named){const made=services.find(other=>other.name===from[name])
if(use==="FROM"&&made!==undefined&&!triggers.has(name))triggers.set(name,await triggersOf(made,files))}if(names.size+configs.size+triggers.size>before)continue
const used=new Set(trace.named.map(({name:name})=>name))
return{trace:trace,from:Object.fromEntries(Object.entries(from).filter(([name])=>used.has(name)))}}}async function triggersOf({dockerfile:dockerfile,target:target},files){try{const{stages:stages}=(0,dockerfile_dockerfile.Ai)(await files.readText(dockerfile)??"",dockerfile)
const stage=stages.findLast(({name:name})=>target===undefined||name===target.toLowerCase())
return(stage?.instructions??[]).flatMap(({keyword:keyword,rest:rest})=>keyword==="ONBUILD"?[rest]:[])}catch(error){if(error instanceof errors.yo)return[]
throw error}}function isImageOf(ref,{image:image,declaredImage:declaredImage}){const name=(0,dockerfile_dockerfile.p2)(ref)
if(name.includes("@"))return false
const repository=name.replace(/:[^/:]*$/,"")
return repository===(0,dockerfile_dockerfile.p2)(declaredImage)||repository===(0,dockerfile_dockerfile.p2)(image)}async function selectAll(service,trace,files){const contexts=[{key:"",path:service.context,ignore:await mainIgnore(service,files)}]
for(const[name,context]of Object.entries(service.contexts))if(context.kind==="path")contexts.push({key:(0,dockerfile_dockerfile.p2)(name),path:context.path,ignore:await files.readIgnore(ignoreFile(context.path))})
const selected=[]
const problems=[]
for(const{key:key,path:path,ignore:ignore}of contexts){const tree=(0,dockerfile_dockerfile.dY)(files.tree,path)
if(tree===undefined){problems.push({code:"dockerfile/context",message:`the build context ${path} is no folder`,at:service.at})
continue}const found=(0,dockerfile_dockerfile.AL)(trace,tree,ignore,{context:key})
const root=path==="."?"":`${path}/`
selected.push(...found.inputs.map(input=>({...input,root:root})))
problems.push(...found.problems)}return{selected:selected,problems:problems}}async function mainIgnore({dockerfile:dockerfile,context:context},files){return await files.readIgnore(`${dockerfile}.dockerignore`)??await files.readIgnore(ignoreFile(context))}const ignoreFile=context=>context==="."?".dockerignore":`${context}/.dockerignore`
var registry_reference=__webpack_require__(9554)
function ageOf(ttl,staleAt,published){if(ttl===undefined)return undefined
if(staleAt===undefined)return published
const due=new Date(Math.floor(staleAt/ttl)*ttl).toISOString().replace(".000Z","Z")
return published!==undefined&&published>=due?published:due}const prefix="since "
const stamp=/^since (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ)$/
function agePart(age){return age===undefined?[]:[{kind:"age",name:prefix+age,value:age}]}function stampOf(components){return Object.keys(components??{}).flatMap(name=>stamp.exec(name)?.[1]??[]).sort().at(-1)}const isAge=component=>stamp.test(component)
function staleDetail(component){const since=stampOf({[component]:""})??""
return`stale: due for a new build since ${since.replace("T00:00:00Z","")} (ttl)`}async function resolveBases(inputs,resolve){const{trace:trace,service:service,platform:platform}=inputs
const wanted=[...trace.images.map(image=>({name:image.ref,ref:image.ref,line:image.line,on:platformOf(image,platform)})),...trace.named.flatMap(({name:name,line:line})=>{const context=Object.entries(service.contexts).find(([key])=>(0,dockerfile_dockerfile.p2)(key)===name)?.[1]
return context?.kind==="image"?[{name:name,ref:context.ref,line:line,on:platform}]:[]})]
const problems=[]
const bases=new Map
for(const{name:name,ref:ref,line:line,on:on}of wanted){try{const{pinned:pinned,digest:digest,platformDigest:platformDigest}=await resolve(ref,on)
const known=bases.get(name)
const counted=platformDigest??digest
bases.set(name,{ref:name,pinned:pinned,digest:known===undefined?counted:merge(known.digest,counted)})}catch(error){if(!isMissing(error))throw error
problems.push(...error.problems.map(problem=>({...problem,at:{file:trace.file,line:line}})))}}return problems.length>0?problems:[...bases.values()]}const missing=new Set(["registry/not-found","registry/no-platform","registry/bad-reference","registry/denied"])
const isMissing=error=>error instanceof errors.yo&&error.problems.every(({code:code})=>missing.has(code))
function platformOf({platform:platform,platformName:platformName},target){return platform==="build"?undefined:platform==="explicit"?platformName:target}const merge=(a,b)=>a===b?a:[...new Set([...a.split(" "),b])].sort().join(" ")
function areProblems(list){return list.some(one=>"code"in one)}const recipe="lucid-2"
function hashOf(value){return(0,external_node_crypto_.createHash)("sha256").update(JSON.stringify(value)??"undefined").digest("hex")}function component({kind:kind,name:name,hash:hash}){return{kind:kind,name:name,hash:hash.slice(0,16)}}function fingerprintOf(parts){return hashOf([recipe,...parts.map(({kind:kind,name:name,hash:hash})=>hashOf([kind,name,hash])).sort()])}function contentTag(fingerprint,platform){return`content-${fingerprint.slice(0,32)}-${platform.replaceAll("/","-")}`}function blocked({service:service,platform:platform},problems){const fingerprint=hashOf(["blocked",service.name,platform])
const detail=problems.length===1?problems[0]?.message??"":`${problems.length} problems`
return{service:service.name,platform:platform,fingerprint:fingerprint,contentRef:`${service.image}:${contentTag(fingerprint,platform)}`,components:[],bases:[],from:{},args:{},volatileArgs:[],decision:{kind:"blocked",reasons:[{kind:"blocked",detail:detail}],problems:problems}}}const brokenBase=({service:service},name)=>({code:"plan/base-blocked",message:`is built from ${name}, which cannot be built`,at:{file:service.dockerfile}})
const noPlatform=({service:service,platform:platform},name)=>({code:"plan/base-platform",message:`is built from ${name}, which is not made for ${platform}`,at:service.at,fix:`add ${platform} to the platforms of ${name}`})
const namedFiles=3
function whyBuild(components,previous,changedFiles){if(previous===undefined)return[{kind:"never-built",detail:"never published"}]
const now=new Map(components.map(one=>[one.name,one]))
const reasons=[]
for(const{kind:kind,name:name,hash:hash}of components){const before=previous.components[name]
if(before===hash)continue
if(kind==="age"){reasons.push({kind:"stale",component:name,detail:staleDetail(name)})
continue}const what=kind==="base"||kind==="image"?`FROM ${name}`:name
if(before===undefined)reasons.push({kind:"changed",component:name,detail:`${what} is new`})
else if(kind==="base")reasons.push({kind:"changed",component:name,detail:`${what} moved`})
else if(kind==="files")reasons.push({kind:"changed",component:name,detail:`${name} -> ${describeFiles(changedFiles(name),previous)}`})
else reasons.push({kind:"changed",component:name,detail:`${what} changed`})}for(const name of Object.keys(previous.components)){if(!now.has(name)&&!isAge(name))reasons.push({kind:"changed",component:name,detail:`${name} is gone`})}if(reasons.length===0)return[{kind:"changed",detail:"built in another way than the published image"}]
return reasons}function describeFiles(files,{revision:revision}){if(files===undefined&&revision!==undefined)return`changed since ${revision.slice(0,7)} (a commit that this clone does not hold: which files is not known)`
if(files===undefined||files.length===0)return"changed"
const names=files.slice(0,namedFiles).map(file=>file.slice(file.lastIndexOf("/")+1))
const more=files.length>namedFiles?`, and ${files.length-namedFiles} more`:""
const since=revision===undefined?"":` since ${revision.slice(0,7)}`
return`${files.length} ${files.length===1?"file":"files"} changed${since} (${names.join(", ")}${more})`}async function explain({selected:selected},components,previous,{changedSince:changedSince}){const changed=components.filter(({kind:kind,name:name,hash:hash})=>kind==="files"&&previous?.components[name]!==hash)
const files=new Map
for(const{name:name}of previous?.revision===undefined?[]:changed){const mine=selected.filter(({input:input})=>input.label===name)
files.set(name,await changedFiles(mine,paths=>changedSince(previous?.revision??"",paths)))}return whyBuild(components,previous,name=>files.get(name))}async function changedFiles(inputs,changed){const sources=inputs.flatMap(({input:input,root:root})=>input.sources.map(source=>(root+trimSlashes(source)).replace(/\/\.$|^\.$/,"")))
const folders=sources.map(source=>source.replace(/(^|\/)[^/]*[*?[].*$/,"")||".")
const brought=new Set(inputs.flatMap(({entries:entries})=>entries.map(({path:path})=>path)))
const found=await changed([...new Set(folders)])
return found?.filter(path=>brought.has(path)||sources.some(source=>path===source||path.startsWith(`${source}/`)))}const trimSlashes=path=>path.replace(/^(\.?\/)+|\/+$/g,"")
function keepable({from:from},components,previous){if(previous?.digest===undefined||previous.on===undefined)return undefined
const{digest:digest,on:on,components:before}=previous
const parents=new Set(Object.values(from))
const sameParents=parents.size===Object.keys(on).length&&[...parents].every(name=>on[name]!==undefined)
const same=({kind:kind,name:name,hash:hash})=>kind==="image"?before[name]!==undefined:before[name]===hash
const sameParts=components.length===Object.keys(before).length&&components.every(same)
return parents.size>0&&sameParents&&sameParts?{digest:digest,on:on}:undefined}async function planOrBlock(...args){try{return await planImage(...args)}catch(error){if(!(error instanceof errors.yo)||!error.problems.every(({code:code})=>code==="dockerfile/unreadable"))throw error
return blocked(args[0],error.problems)}}async function planImage(inputs,request,facts,planned){const{service:service,platform:platform,problems:problems}=inputs
if(inputs.trace===undefined)return blocked(inputs,problems)
const before=Object.values(inputs.from).flatMap(name=>planned.get(imageKey(name,platform))??[])
const stuck=before.find(({decision:decision})=>decision.kind==="blocked")
if(stuck!==undefined)return blocked(inputs,[brokenBase(inputs,stuck.service)])
const missing=Object.values(inputs.from).find(name=>!planned.has(imageKey(name,platform)))
if(missing!==undefined)return blocked(inputs,[noPlatform(inputs,missing)])
const bases=await resolveBases(inputs,facts.resolveBase)
if(areProblems(bases))return blocked(inputs,[...problems,...bases])
if(problems.length>0)return blocked(inputs,problems)
const fingerprints=new Map(before.map(image=>[image.service,image.fingerprint]))
const aging=service.ttl===undefined?undefined:{previous:await facts.findPrevious(service,platform)}
const age=ageOf(service.ttl,request.staleAt,stampOf(aging?.previous?.components))
const parts=[...await partsOf(inputs,{hash:facts.hash,fingerprints:fingerprints,bases:bases}),...agePart(age)]
const hashed=parts.map(({kind:kind,name:name,value:value})=>({kind:kind,name:name,hash:hashOf(value)}))
const fingerprint=fingerprintOf(hashed)
const components=hashed.map(component)
const contentRef=`${service.image}:${contentTag(fingerprint,platform)}`
return{service:service.name,platform:platform,fingerprint:fingerprint,contentRef:contentRef,components:components,bases:bases.map(({ref:ref,pinned:pinned})=>({ref:ref,pinned:pinned})),...finalBase(inputs.trace.final.base,bases),from:inputs.from,args:argsOf(inputs),volatileArgs:inputs.trace.declaredArgs.filter(name=>isVolatile(name,service.args)),decision:await decide(inputs,contentRef,components,request,facts,aging)}}function finalBase(base,bases){if(base.kind!=="image")return{}
const found=bases.find(({ref:ref})=>ref===base.ref)
if(found===undefined||found.digest.includes(" "))return{}
const{host:host,repository:repository,tag:tag="latest"}=(0,registry_reference.F2)(base.ref)
return{base:{name:`${host}/${repository}:${tag}`,digest:found.digest}}}async function decide(inputs,contentRef,components,request,facts,aging){const{service:service,platform:platform}=inputs
if(request.force&&request.selected.includes(service))return{kind:"build",reasons:[{kind:"forced",detail:"asked to build it anyway"}]}
const found=await facts.findImage(contentRef,platform)
if(found!==undefined)return{kind:"unchanged",reasons:[{kind:"already-built",detail:"nothing it is built from has changed"}],...found}
const{previous:previous}=aging??{previous:await facts.findPrevious(service,platform)}
const keep=keepable(inputs,components,previous)
const reasons=await explain(inputs,components,previous,facts)
return{kind:"build",reasons:reasons,...keep!==undefined&&{keep:keep}}}const mostLegs=256
const mostCharacters=45e4
const mostListed=1e5
const nameLength=60
function toMatrix(works,{maxJobs:maxJobs,selected:selected=[]}={}){const groups=[...Map.groupBy(works,groupOf).values()]
if(groups.length>mostLegs)throw tooMany(groups.length)
const least=groups.reduce((sum,group)=>sum+Math.ceil(listLength(group)/mostListed),0)
const bins=pack(works,Math.min(mostLegs,Math.max(maxJobs??mostLegs,least)))
const ordered=bins.toSorted((a,b)=>waveOf(a)-waveOf(b))
const include=ordered.map(toLeg)
const length=JSON.stringify({include:include}).length+selected.join(",").length
const listed=Math.max(0,...include.map(({service:service})=>service.length))
if(length>mostCharacters)throw tooLong(length,mostCharacters)
if(listed>mostListed)throw tooLong(listed,mostListed)
return{include:include,bins:ordered}}const waveOf=({works:works})=>works[0]?.wave??0
const listLength=works=>works.reduce((sum,{service:service})=>sum+service.length+1,0)
function toLeg({works:works}){const{platform:platform="",runner:runner="",wave:wave=0}=works[0]??{}
const names=works.map(({service:service})=>service)
return{name:legName(names,platform),service:names.join(","),platform:platform,runner:runner,phase:[...new Set(works.flatMap(({phase:phase})=>phase??[]))].join(","),wave:wave}}function legName(names,platform){const shown=[]
for(const name of names){if(shown.length>0&&[...shown,name].join(", ").length>nameLength)break
shown.push(name)}const more=names.length-shown.length
return`${shown.join(", ")}${more>0?` and ${more} more`:""} (${platform.replace(/^linux\//,"")})`}const tooMany=groups=>new errors.yo({code:"plan/runners",message:`the images to build need ${groups} kinds of runner and platform, and a matrix has at most ${mostLegs} jobs`,fix:"let services share runners in the catalog, or plan a part: --phase, --platform or --service"})
const tooLong=(length,most)=>new errors.yo({code:"plan/matrix-size",message:`the matrix, or one leg of it, has ${length} characters, and ${most} is the most that GitHub passes on`,fix:"plan a part at a time: --phase, --platform or --service"})
function toWaves(names,dependsOn){const known=new Set(names)
const wave=new Map
const open=[]
const visit=name=>{const done=wave.get(name)
if(done!==undefined)return done
if(open.includes(name)){const cycle=[...open.slice(open.indexOf(name)),name].join(" -> ")
throw new errors.yo({code:"plan/cycle",message:`images are built from each other in a circle: ${cycle}`,fix:"take one of these FROM, COPY --from or contexts entries out"})}open.push(name)
const before=dependsOn(name).filter(other=>known.has(other)).map(visit)
open.pop()
const own=Math.max(-1,...before)+1
wave.set(name,own)
return own}
const waves=[]
for(const name of names)visit(name)
for(const name of names){const index=wave.get(name)??0
waves[index]??=[]
waves[index].push(name)}return waves}async function makePlan(request,facts){const{catalog:catalog,source:source,selected:selected,inputs:inputs}=request
const needed=new Set(inputs.map(({service:service})=>service.name))
const names=catalog.services.map(({name:name})=>name).filter(name=>needed.has(name))
const waves=toWaves(names,name=>dependenciesOf(name,inputs))
const planned=new Map
const sizes=new Map
const asked=remembering(facts,sizes)
const few=(0,p_limit.A)(32)
for(const wave of waves){const mine=inputs.filter(({service:service})=>wave.includes(service.name))
const images=await Promise.all(mine.map(one=>few(()=>planOrBlock(one,request,asked,planned))))
for(const image of images)planned.set(imageKey(image.service,image.platform),image)}const images=names.flatMap(name=>[...planned.values()].filter(({service:service})=>service===name))
const toBuild=images.filter(({decision:decision})=>decision.kind==="build")
const seconds=toBuild.length===0?undefined:await(request.times?.(toBuild))
const known={seconds:seconds??new Map,sizes:sizes}
const{work:work,by:by}=workOf(images,catalog.services,waves,request.runners??"native",known)
const selectedNames=selected.map(({name:name})=>name)
const wanted=work.filter(({service:service})=>selectedNames.includes(service))
const{include:include,bins:bins}=toMatrix(wanted,{maxJobs:request.maxJobs,selected:selectedNames})
return{kind:"lucid.plan",version:1,project:catalog.project,root:catalog.root,source:source,network:catalog.network,phases:catalog.phases,services:catalog.services,planned:catalog.planned,externals:catalog.externals,selected:selectedNames,images:images,tags:request.tags,waves:waves,matrix:{include:include},estimate:estimate(bins,images.filter(({service:service})=>selectedNames.includes(service)),work,by)}}function remembering(facts,sizes){return{...facts,findPrevious:async(service,platform)=>{const previous=await facts.findPrevious(service,platform)
if(previous?.size!==undefined)sizes.set(imageKey(service.name,platform),previous.size)
return previous}}}function dependenciesOf(name,inputs){return inputs.flatMap(one=>one.service.name===name&&one.trace!==undefined?Object.values(one.from):[])}function baseConfigs(registry){const known=new Map
const read=async(ref,platform)=>{try{const{pinned:pinned,digest:digest,platformDigest:platformDigest=digest}=await registry.resolve(ref,platform)
const image=`${pinned.slice(0,pinned.lastIndexOf("@"))}@${platformDigest}`
const facts=await registry.imageFacts(image,platform)
return facts&&{env:facts.env,onbuild:facts.onbuild}}catch(error){if(isMissing(error))return undefined
throw error}}
return(ref,platform)=>{const key=`${platform} ${ref}`
const answer=known.get(key)??read(ref,platform)
known.set(key,answer)
return answer}}const ruleIds=["missing-source","ignored-source","missing-stage-source","dockerfile-error","undeclared-arg","undefined-variable","volatile-arg-early","hardcoded-platform","native-on-build-platform","python-mismatch","from-casing","final-user","distroless-shell","distroless-tool","packages-unseen","missing-module","healthcheck-mismatch","no-healthcheck","port-not-exposed","port-mismatch","compose-mismatch","loopback-bind","credential","credential-env","secret-file","env-file","large-context","mutable-base","requirements-error","unknown-package","unknown-version","not-installable","no-wheel","source-only","yanked-version","dev-package","unpinned-package","duplicate-package","package-conflict","rival-packages","host-port-collision","image-name","unlisted-dockerfile","no-phase","phase-order","buildkit-stage-name-casing","buildkit-from-as-casing","buildkit-no-empty-continuation","buildkit-consistent-instruction-casing","buildkit-duplicate-stage-name","buildkit-reserved-stage-name","buildkit-json-args-recommended","buildkit-maintainer-deprecated","buildkit-undefined-arg-in-from","buildkit-workdir-relative-path","buildkit-undefined-var","buildkit-multiple-instructions-disallowed","buildkit-legacy-key-value-format","buildkit-redundant-target-platform","buildkit-secrets-used-in-arg-or-env","buildkit-invalid-default-arg-in-from","buildkit-from-platform-flag-const-disallowed","buildkit-copy-ignored-file","buildkit-invalid-definition-description","buildkit-expose-proto-casing","buildkit-expose-invalid-format","buildkit-invalid-base-image-platform","buildkit-other"]
const comment=/^lucid-ignore(-file)?:\s*([a-z-]+(?:\s*,\s*[a-z-]+)*)/
function namesIn(text,scope,known){const found=comment.exec(text)
return found?.[1]===scope?(found?.[2]??"").split(/\s*,\s*/).filter(name=>known.has(name)):[]}function toSwitches(everywhere,ranges){return{isOff:(rule,line)=>everywhere.has(rule)||line!==undefined&&ranges.some(range=>range.rule===rule&&range.line<=line&&line<=range.endLine)}}function everywhereIn(lines,known){return new Set(lines.flatMap(line=>namesIn(/^\s*#\s*(.*)$/.exec(line)?.[1]??"","-file",known)))}function readSwitches({instructions:instructions,text:text},known){const ranges=instructions.flatMap(({comments:comments,line:line,endLine:endLine})=>comments.flatMap(one=>namesIn(one,undefined,known)).map(rule=>({rule:rule,line:line,endLine:endLine})))
return toSwitches(everywhereIn(text.split(/\r?\n/),known),ranges)}function switchesOf(text,known){if(!text.includes("lucid-ignore"))return toSwitches(new Set,[])
const lines=text.split(/\r?\n/)
const ranges=lines.flatMap((line,index)=>{const found=/^(.*?)(?:^|\s)#\s*(lucid-ignore:.*)$/.exec(line)
const at=index+(found?.[1]?.trim()===""?2:1)
return namesIn(found?.[2]??"",undefined,known).map(rule=>({rule:rule,line:at,endLine:at}))})
return toSwitches(everywhereIn(lines,known),ranges)}var lint_rule=__webpack_require__(235)
var rules=__webpack_require__(8622)
var lint_packages=__webpack_require__(9153)
const order=["error","warning","note"]
const ids=new Set(ruleIds)
function lint(request){const judge=new Judge(request)
const findings=[]
const wanted=rules.a.filter(rule=>judge.wants(rule))
for(const rule of wanted)if(rule.scope==="catalog")findings.push(...judge.judge(rule,rule.check(request),undefined))
for(const service of request.catalog.services)findings.push(...lintService(wanted,service,request,judge))
return sorted(withoutDoubles(findings))}function withoutDoubles(findings){const same=new Map(rules.a.flatMap(({id:id,sameAs:sameAs})=>sameAs===undefined?[]:[[id,sameAs]]))
return findings.filter(({code:code,at:at})=>{const others=same.get(code)??[]
const[first=0,last=first]=[at?.line,at?.endLine]
const isSame=other=>others.includes(other.code)&&other.at?.file===at?.file&&first<=(other.at?.endLine??other.at?.line??0)&&(other.at?.line??0)<=last
return others.length===0||!findings.some(isSame)})}function sorted(findings){const unique=new Map(findings.map(finding=>[keyOf(finding),finding]))
return[...unique.values()].sort(compare)}function lintService(wanted,service,request,judge){const subject=request.subjects.get(service.name)
if(subject===undefined)return[]
const problems=(0,lint_rule.h)(subject)?subject.problems:subject
return wanted.flatMap(rule=>{if(rule.scope==="problems")return judge.judge(rule,rule.check(problems,service),service)
if(rule.scope!=="service"||!(0,lint_rule.h)(subject))return[]
return judge.judge(rule,rule.check({...subject,service:service,request:request}),service)})}class Judge{request
services
switches=new Map
constructor(request){this.request=request
this.services=new Map(request.catalog.services.map(service=>[service.name,service]))}wants({id:id,severity:severity}){const{least:least,catalog:catalog}=this.request
if(least===undefined)return true
const levels=[severity,catalog.lint?.rules[id],...catalog.services.map(({lint:lint})=>lint?.rules[id])]
return levels.some(level=>level!==undefined&&level!=="off"&&order.indexOf(level)<=order.indexOf(least))}judge(rule,found,service){return[...found].flatMap(one=>{const named=one.service===undefined?service:this.services.get(one.service)
const level=(named??this.request.catalog).lint?.rules[rule.id]??one.severity??rule.severity
const names=[rule.id,...rule.sameAs??[]]
const isOff=names.some(name=>(named??this.request.catalog).lint?.rules[name]==="off"||this.switchesIn(one.at.file).isOff(name,one.at.line))
if(level==="off"||isOff)return[]
return[toFinding(rule,level,one,named?.name)]})}switchesIn(file){const known=this.switches.get(file)
if(known!==undefined)return known
const{subjects:subjects,around:around,catalog:catalog}=this.request
const subject=[...subjects.values()].find(one=>(0,lint_rule.h)(one)&&one.dockerfile.file===file)
const name=file===catalog.file?file.split("/").at(-1)??file:file
const made=(0,lint_rule.h)(subject)?readSwitches(subject.dockerfile,ids):switchesOf(around.text(name)??"",ids)
this.switches.set(file,made)
return made}}function toFinding({id:id},severity,{message:message,at:at,why:why,fix:fix,edits:edits},service){return{code:id,severity:severity,message:message,at:at,...why!==undefined&&{why:why},...fix!==undefined&&{fix:fix},...service!==undefined&&{service:service},...edits!==undefined&&{edits:edits}}}const keyOf=({code:code,at:at,message:message})=>JSON.stringify([code,at?.file,at?.line,message])
function compare(a,b){const severity=order.indexOf(a.severity)-order.indexOf(b.severity)
if(severity!==0)return severity
const[fileA,fileB]=[a.at?.file??"",b.at?.file??""]
if(fileA!==fileB)return fileA<fileB?-1:1
return(a.at?.line??0)-(b.at?.line??0)}function findingsOf({inputs:inputs,services:services,...rest}){const names=new Set(services.map(({name:name})=>name))
const findings=lint({...rest,subjects:subjectsOf(inputs)})
return findings.filter(({service:service})=>service===undefined||names.has(service))}function subjectsOf(inputs){return new Map(inputs.toReversed().map(one=>[one.service.name,one.trace===undefined?one.problems:one]))}function refuse(inputs,findings){const errors=findings.filter(({severity:severity})=>severity==="error")
return inputs.map(one=>{const known=new Set(one.problems.map(findings_placeOf))
const mine=errors.filter(error=>error.service===one.service.name&&!known.has(findings_placeOf(error)))
const more=mine.map(({severity:_,service:__,edits:___,...problem})=>problem)
return more.length===0?one:{...one,problems:[...one.problems,...more]}})}const findings_placeOf=({at:at,message:message})=>JSON.stringify([at?.file,at?.line,message])
function mergeFacts(answers,links){const releases=new Map
let some=links==="links"||answers.length===0
let found=false
for(const answer of answers){if(answer.kind==="unknown")some=true
if(answer.kind!=="known")continue
found=true
some||=answer.all==="some"
for(const release of answer.releases){const other=releases.get(release.version)
releases.set(release.version,other===undefined?release:joined(other,release))}}if(found)return{kind:"known",releases:[...releases.values()],all:some?"some":"all"}
return{kind:some?"unknown":"missing"}}function joined(one,other){const{yanked:_,...rest}=one
const wheels=[...new Set([...one.wheels,...other.wheels])]
const both=one.yanked!==undefined&&other.yanked!==undefined
return{...rest,wheels:wheels,source:one.source||other.source,...both&&{yanked:one.yanked}}}const pypi="https://pypi.org/simple"
async function askIndexes(request,options,world){const questions=(0,lint_packages.cL)(request)
if(questions.length===0)return undefined
const{openIndexes:openIndexes}=await __webpack_require__.e(26).then(__webpack_require__.bind(__webpack_require__,26))
const{indexUrl:indexUrl=pypi}=options
const indexes=openIndexes({folder:(0,external_node_path_.join)((0,out.n)(world.env),"index"),mode:options.offline?"offline":"online",totalMs:options.indexTimeout*1e3,env:world.env,signal:world.signal,date:world.date??Date.now,login:indexUrl})
const known=new Map
await Promise.all(questions.map(async({key:key,choice:choice})=>{const answers=await Promise.all(urlsOf(choice,indexUrl).map(url=>indexes.ask(url,key)))
known.set(questionOf(key,choice),mergeFacts(answers,choice.links?"links":"no links"))}))
return{packages:(key,choice)=>known.get(questionOf(key,choice))??{kind:"unknown"},troubles:indexes.troubles()}}const urlsOf=({index:index,extra:extra},otherwise)=>[...new Set([index??otherwise,...extra])]
const questionOf=(key,{index:index,extra:extra,links:links})=>JSON.stringify([key,index,extra,links])
var show=__webpack_require__(8206)
var suggest=__webpack_require__(3929)
var values=__webpack_require__(5501)
const names_component="[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*"
const host="(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9a-fA-F:]+\\])(?::[0-9]{1,5})?"
const repository=new RegExp(`^${names_component}(?:/${names_component})*$`)
const registryForm=new RegExp(`^${host}(?:/${names_component})*$`)
const serviceForm=new RegExp(`^${names_component}$`)
const referenceForm=new RegExp(`^(?:${host}/)?${names_component}(?:/${names_component})*(?::[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127})?(?:@sha256:[0-9a-f]{64})?$`)
const reserved=new Set(["constructor","prototype"])
const longestName=63
const longestReference=255
function parseServiceName(text){const wrong=(why,fix='use lower-case letters, digits and "-" between them, as in api-gateway')=>(0,values.MB)({code:"catalog/name",message:`${(0,show.hD)(text)} cannot be the name of a service`,why:why,fix:fix})
if(text.length>longestName)return wrong(`it is longer than ${longestName} characters, the limit of a host name`)
if(reserved.has(text))return wrong("the word is reserved","choose another name")
if(serviceForm.test(text))return(0,values.uw)(text)
if(text.startsWith("-"))return wrong("with a leading dash a command would take it for an option")
const lower=text.toLowerCase()
if(serviceForm.test(lower))return wrong("image names are lower case",`write ${lower}`)
return wrong("it becomes part of an image name and a host name")}function parseNameOf(what,form,example){return text=>{if(text.length<=255&&form.test(text)&&!reserved.has(text))return(0,values.uw)(text)
const dash=text.startsWith("-")?"with a leading dash a command would take it for an option":undefined
const message=`${(0,show.hD)(text)} cannot be the name of ${what}`
return(0,values.MB)({code:"catalog/name",message:message,...dash&&{why:dash},fix:`write it as in ${example}`})}}function parseRegistry(text){const wrong=why=>(0,values.MB)({code:"catalog/registry",message:`${(0,show.hD)(text)} is no registry`,why:why,fix:'write host and port, as in "docker.io" or "127.0.0.1:5000"'})
if(text.includes("://"))return wrong("the scheme is not part of it")
if(text.length>longestReference||!registryForm.test(text))return wrong("it is the first part of an image name")
const first=text.split("/",1)[0]??""
if(!isHost(first))return wrong("without a dot or a port Docker takes it for a path on Docker Hub")
return(0,values.uw)(text)}function isHost(first){return first.includes(".")||first.includes(":")||first==="localhost"}function parseImageName(text){const wrong=(why,fix="write it as in acme/api-gateway")=>(0,values.MB)({code:"catalog/image",message:`${(0,show.hD)(text)} is no image name`,why:why,fix:fix})
const slash=text.indexOf("/")
const first=slash<0?"":text.slice(0,slash)
const own=slash>=0&&isHost(first)
const path=own?text.slice(slash+1):text
if(text.length>longestReference)return wrong(`it is longer than ${longestReference} characters`)
if(path.includes("@"))return wrong("a digest cannot be chosen","remove what follows the @")
if(path.includes(":"))return wrong("tags stand under `tags` and `floating`","remove what follows the colon")
if(!repository.test(path))return wrong('only lower-case letters, digits and "/", ".", "_", "-" between them')
if(own&&!registryForm.test(first))return wrong("its first part is no host")
return(0,values.uw)(own?{host:first,path:path}:{path:path})}function parseReference(text){if(text.length<=longestReference+200&&referenceForm.test(text))return(0,values.uw)(text)
const why=text.startsWith("-")?"with a leading dash a command would take it for an option":undefined
const message=`${(0,show.hD)(text)} is no image reference`
return(0,values.MB)({code:"catalog/image",message:message,...why&&{why:why},fix:'write it as in "redis:7"'})}const catalogNames=["name","phase","project"]
function templateFault(text,allowed=templateNames){for(const part of parseTemplate(text)){if(part.kind==="unclosed")return{code:"catalog/template",message:"a {{ is never closed",fix:"write }} after the name"}
if(part.kind==="text"||part.kind==="name"&&allowed.includes(part.name))continue
const meant=(0,suggest.p)(part.name,allowed)
const message=`${(0,show.hD)(`{{${part.name}}}`)} stands for nothing`
const early=part.kind==="name"?"it differs from commit to commit, a name must not":undefined
const list=`here can stand ${allowed.map(name=>`{{${name}}}`).join(", ")}`
const fix=meant!==undefined&&early===undefined?`did you mean {{${meant}}}?`:list
return{code:"catalog/template",message:message,...early&&{why:early},fix:fix}}return undefined}function parsePath(text){const wrong=(why,fix,code="catalog/path")=>(0,values.MB)({code:code,message:`${(0,show.hD)(text)} is no path in this repository`,why:why,fix:fix})
const relative="write it relative to the folder of the catalog, as in services/api"
if(text===""||text.trim()!==text)return wrong("it is empty or has blanks at its ends",relative)
if((0,show.tO)(text)!==undefined||/[\t\n\r]/.test(text))return wrong("it holds a line end or a tab",relative)
if(/^[a-z][a-z0-9+.-]*:\/\//i.test(text)||/^git@/.test(text))return wrong("it is an address",relative)
if(text.includes("\\"))return wrong("its parts are divided by a backslash","write / in its place")
if(text.startsWith("/")||text.startsWith("~"))return wrong("it leaves the repository",relative,"catalog/outside")
const parts=[]
for(const part of text.split("/")){if(part===""||part===".")continue
if(part!=="..")parts.push(part)
else if(parts.pop()===undefined)return wrong("it leaves the repository",relative,"catalog/outside")}if(parts[0]?.startsWith("-"))return wrong("with a leading dash a command would take it for an option","rename the folder")
return(0,values.uw)(parts.length===0?".":parts.join("/"))}const most=500
class Problems{#found=[]
#count=0
#paths=new Set
#holders=new Set
#ofService=new Map
add(fault,at,path){this.#count++
if(!this.full)this.#found.push({...fault,...at&&{at:at}})
if(path===undefined)return
this.#paths.add(pathKey(path))
for(const i of path.keys())this.#holders.add(pathKey(path.slice(0,i)))}addTo(service,fault,at,path){const mine=this.#ofService.get(service)??[]
this.#ofService.set(service,mine)
mine.push({...fault,at:at})
this.#paths.add(pathKey(path))}of(service){return this.#ofService.get(service)??[]}spoiled(path){return path.some((_,i)=>this.#paths.has(pathKey(path.slice(0,path.length-i))))}touched(path){return this.spoiled(path)||this.#holders.has(pathKey(path))}get full(){return this.#count>most}get empty(){return this.#count===0}fail(){const sorted=[...this.#found,...[...this.#ofService.values()].flat()].sort((a,b)=>(a.at?.line??0)-(b.at?.line??0)||(a.at?.column??0)-(b.at?.column??0))
if(!this.full)throw new errors.yo(sorted)
const message=`more than ${most} problems; the others are not listed`
const rest={code:"catalog/many",message:message,fix:"mend these first"}
throw new errors.yo([...sorted,rest])}}function pathKey(path){return JSON.stringify(path.map(String))}function findCycles(edges){const state=new Map
const cycles=[]
const told=new Set
for(const root of edges.keys()){if(state.has(root))continue
const stack=[{name:root,next:0}]
state.set(root,"open")
for(let top=stack.at(-1);top!==undefined;top=stack.at(-1)){const child=edges.get(top.name)?.[top.next++]
if(child===undefined){state.set(top.name,"done")
stack.pop()}else if(!edges.has(child)){}else if(state.get(child)==="open"){const from=stack.findIndex(({name:name})=>name===child)
const cycle=stack.slice(from).map(({name:name})=>name)
if(cycle.some(name=>told.has(name)))continue
for(const name of cycle)told.add(name)
cycles.push([...cycle,child])}else if(!state.has(child)){state.set(child,"open")
stack.push({name:child,next:0})}}}return cycles}function checkRelations(catalog,written,problems){checkNames(written,problems)
checkPhases(catalog,written,problems)
checkNeeds(catalog,written,problems)
checkContexts(catalog,written,problems)}function checkNames({names:names,locate:locate},problems){const seen=new Map
for(const key of["services","externals"]){for(const name of names(key)){const path=[key,name]
const first=seen.get(name.toLowerCase())
if(first===undefined){seen.set(name.toLowerCase(),{name:name,path:path})
continue}const{line:line}=locate(first.path,"key")
const same=first.name===name?"is the name of a service, too":`differs from ${(0,show.WU)(first.name)} only in case`
const message=`${(0,show.hD)(name)} ${same} (line ${line})`
problems.add({code:"catalog/duplicate-name",message:message,fix:"rename one of them"},locate(path,"key"))}}}function checkPhases({services:services},{names:names,locate:locate},problems){const phases=names("phases")
for(const[name,{phase:phase}]of Object.entries(services)){if(phase===undefined||phases.has(phase))continue
const path=["services",name,"phase"]
problems.add(unknown("phase",phase,phases,`add it under \`phases\``),locate(path,"value"),path)}}function checkNeeds(catalog,written,problems){const known=new Set([...written.names("services"),...written.names("externals")])
const layers=[[["defaults","needs"],catalog.defaults?.needs],...Object.entries(catalog.phases??{}).map(([id,{needs:needs}])=>[["phases",id,"needs"],needs]),...Object.entries(catalog.services).map(([id,{needs:needs}])=>[["services",id,"needs"],needs]),...Object.entries(catalog.externals??{}).map(([id,{needs:needs}])=>[["externals",id,"needs"],needs])]
for(const[path,needs]of layers){for(const need of needs??[]){const planned=catalog.services[need]?.planned===true
const fromPlanned=path[0]==="services"&&catalog.services[String(path[1])]?.planned===true
if(known.has(need)&&(!planned||fromPlanned))continue
const at=[...path,written.list(path).indexOf(need)]
const later={code:"catalog/unknown-need",message:`need ${(0,show.hD)(need)} is only planned`,why:"what is not built cannot run",fix:"remove the need until it is built, or describe a stand-in under `externals`"}
const fix="add it under `services`, or under `externals` if it is not built here"
problems.add(planned?later:unknown("need",need,known,fix),written.locate(at,"value"),at)}}const edges=new Map
for(const[name,service]of Object.entries(catalog.services))edges.set(name,needsOf(catalog,name,service))
for(const[name,{needs:needs=[]}]of Object.entries(catalog.externals??{}))edges.set(name,needs)
for(const cycle of findCycles(edges)){const[name="",next]=cycle
const holder=[name in catalog.services?"services":"externals",name]
const path=[...holder,"needs"]
const at=[...path,written.list(path).indexOf(next)]
problems.add(circle("needs",cycle),written.locate(at,"value"))}}function needsOf(catalog,name,service){const{phase:phase}=service
const shared=(phase!==undefined?catalog.phases?.[phase]?.needs:undefined)??catalog.defaults?.needs??[]
return service.needs??shared.filter(need=>need!==name)}function checkContexts(catalog,written,problems){const services=written.names("services")
const edges=new Map
const layers=[[["defaults","contexts"],catalog.defaults?.contexts],...Object.entries(catalog.phases??{}).map(([id,{contexts:contexts}])=>[["phases",id,"contexts"],contexts]),...Object.entries(catalog.services).map(([id,{contexts:contexts}])=>[["services",id,"contexts"],contexts])]
for(const[path,contexts]of layers){for(const[key,context]of Object.entries(contexts??{})){if(context.kind!=="service")continue
const at=[...path,key]
const planned=catalog.services[context.service]?.planned===true
if(path[0]==="services")edges.set(String(path[1]),[...edges.get(String(path[1]))??[],context.service])
if(services.has(context.service)&&!planned)continue
const fault=unknown("service",context.service,services,"add it under `services`")
const later={...fault,message:`service ${(0,show.hD)(context.service)} is only planned`,fix:"build it first"}
problems.add(planned?later:{...fault,code:"catalog/unknown-context"},written.locate(at,"value"),at)}}for(const[name]of edges)for(const target of edges.get(name)??[])if(!edges.has(target))edges.set(target,[])
for(const cycle of findCycles(edges)){const[name=""]=cycle
problems.add(circle("contexts",cycle),written.locate(["services",name,"contexts"],"key"))}}function unknown(what,name,known,otherwise){const meant=(0,suggest.p)(name,known)
const fix=meant===undefined?otherwise:`did you mean ${(0,show.hD)(meant)}?`
return{code:`catalog/unknown-${what}`,message:`${what} ${(0,show.hD)(name)} is not in the catalog`,fix:fix}}function circle(what,names){const shown=names.length>12?[...names.slice(0,10),"…",...names.slice(-1)]:names
const message=`${what} run in a circle: ${shown.map(name=>(0,show.WU)(name)).join(" -> ")}`
const why="none of them could ever come first"
return{code:"catalog/cycle",message:message,why:why,fix:"take one of these arrows out"}}const usualTiming={...{startPeriod:6e4,interval:1e3,timeout:5e3,retries:3},...{successes:2,stable:1e3,stopGracePeriod:1e4}}
const hardening={readOnly:true,tmpfs:["/tmp"],capDrop:["ALL"],noNewPrivileges:true,memory:2**30,pids:512}
function mergeSettings(layers){const all=layers.filter(layer=>layer!==undefined)
const ttl=last(all,"ttl")
const ssh=last(all,"ssh")
const runners=mergeRunners(all)
const flavor=last(all,"flavor")
return{platforms:[...new Set(last(all,"platforms")??["linux/arm64"])],...Object.keys(runners).length>0&&{runners:runners},...ttl!==undefined&&{ttl:ttl},tags:last(all,"tags")??["type=sha,prefix="],floating:last(all,"floating")??["type=raw,value=latest"],...flavor!==undefined&&{flavor:flavor},labels:merged(all.map(layer=>layer.labels)),args:merged(all.map(layer=>layer.args)),secrets:last(all,"secrets")??[],...ssh!==undefined&&{ssh:ssh},contexts:merged(all.map(layer=>layer.contexts)),env:merged(all.map(layer=>layer.env)),hardening:mergeHardening(all),verify:mergeVerify(all),policy:mergePolicy(all),...mergeLint(all)}}function mergeTiming(layers){const given=key=>layers.findLast(layer=>layer?.[key]!==undefined)?.[key]
const deadline=given("deadline")
return{startPeriod:given("start_period")??usualTiming.startPeriod,interval:given("interval")??usualTiming.interval,timeout:given("timeout")??usualTiming.timeout,retries:given("retries")??usualTiming.retries,successes:given("successes")??usualTiming.successes,stable:given("stable")??usualTiming.stable,stopGracePeriod:given("stop_grace_period")??usualTiming.stopGracePeriod,...deadline!==undefined&&{deadline:deadline}}}function mergeRunners(layers){const entries=layers.flatMap(({runners:runners})=>Object.entries(runners??{}))
return Object.fromEntries(entries.map(([text,runner])=>{const platform=(0,values.FL)(text)
return[platform.ok?platform.value:text,runner]}))}function mergeHardening(layers){const all=Object.assign({},...layers.map(layer=>given(layer.hardening)))
return{readOnly:all.read_only??hardening.readOnly,tmpfs:all.tmpfs??hardening.tmpfs,capDrop:all.cap_drop??hardening.capDrop,noNewPrivileges:all.no_new_privileges??hardening.noNewPrivileges,memory:all.memory??hardening.memory,pids:all.pids??hardening.pids}}function mergePolicy(layers){const strict={smoke:"required",verify:"required",hardening:"required",stop:"required"}
return Object.assign(strict,...layers.map(layer=>given(layer.policy)))}function mergeVerify(layers){const all=Object.assign({},...layers.map(layer=>given(layer.verify)))
const checks=merged(layers.map(layer=>layer.verify?.checks))
return{...all.user!==undefined&&{user:all.user},...all.max_size!==undefined&&{maxSize:all.max_size},...all.max_growth!==undefined&&{maxGrowth:all.max_growth},labels:all.labels??[],...all.base!==undefined&&{base:all.base},...all.files!==undefined&&{files:all.files},...all.imports!==undefined&&{imports:all.imports},...all.allow!==undefined&&{allow:all.allow},...Object.keys(checks).length>0&&{checks:checks}}}function mergeLint(layers){const rules=merged(layers.map(layer=>layer?.lint?.rules))
return Object.keys(rules).length>0?{lint:{rules:rules}}:{}}function last(layers,key){return layers.findLast(layer=>layer[key]!==undefined)?.[key]}function merged(maps){return Object.assign({},...maps)}function given(map){return Object.fromEntries(Object.entries(map??{}).filter(([,value])=>value!==undefined))}const anyGood=[[200,399]]
const ofHttp=["port","method","headers","status","body","body_matches","json"]
const strangers={path:["grpc_service"],tcp:[...ofHttp,"grpc_service","negative"],grpc:ofHttp,command:[...ofHttp,"grpc_service","negative"],healthcheck:[...ofHttp,"grpc_service","negative"]}
function resolveHealth(raw,ports,layers){const map=typeof raw==="string"?{path:raw}:raw
const timing=mergeTiming([...layers,map])
const kinds=["path","tcp","grpc","command","healthcheck"].filter(key=>map[key]!==undefined)
const[kind]=kinds
if(kind===undefined)return wrong("health does not say what to ask","add `path: /health`, `tcp: 6379`, `grpc: 50051`, `command: [program]` or `healthcheck: true`")
if(kinds.length>1)return wrong(`health has ${kinds.join(" and ")}`,"keep one of them")
const lost=strangers[kind].filter(key=>map[key]!==undefined)
if(lost.length>0)return wrong(`health has ${(0,show.gP)(lost)}, which ${kind==="path"?"HTTP":kind} does not know`,`remove it, or ${kind}`)
const negative=map.negative??true
if(map.tcp!==undefined)return{kind:"tcp",port:map.tcp,timing:timing}
if(map.grpc!==undefined)return{...{kind:"grpc",port:map.grpc,negative:negative,timing:timing},...map.grpc_service!==undefined&&{service:map.grpc_service}}
if(map.command!==undefined)return{kind:"command",command:map.command,timing:timing}
if(map.healthcheck!==undefined)return{kind:"healthcheck",timing:timing}
const port=map.port??ports.find(({protocol:protocol})=>protocol==="tcp")?.container
if(port===undefined)return wrong("health has no port to ask on","add `port:` to it, or `ports:` to the service")
return{kind:"http",path:map.path??"/",port:port,method:map.method??"GET",headers:map.headers??{},status:map.status??anyGood,...map.body!==undefined&&{body:map.body},...map.body_matches!==undefined&&{bodyMatches:map.body_matches},...map.json!==undefined&&{json:map.json},negative:negative,timing:timing}}function wrong(message,fix){return{code:"catalog/health",message:message,fix:fix}}function imageOf(raw,name,service,registry,{locate:locate},problems){const path=service.image===undefined?["image"]:["services",name,"image"]
if(problems.spoiled(["services",name,"image"])||problems.spoiled(["image"]))return undefined
const template=service.image??raw.image??"{{name}}"
if(service.phase===undefined&&/\{\{\s*phase\s*\}\}/.test(template)){const message=`the image name uses {{phase}}, and ${name} has none`
const at=locate(service.image===undefined?["services",name]:path,"key")
problems.add({code:"catalog/template",message:message,fix:"give it a phase, or an `image` of its own"},at)
return undefined}const{phase:phase}=service
const text=expand(template,{name:name,project:raw.project,...phase!==undefined&&{phase:phase.toLowerCase()}})
const parsed=parseImageName(text)
if(!parsed.ok){if(!problems.spoiled(["services",name]))problems.add(parsed.fault,locate(path,"value"),path)
return undefined}const{host:host=raw.registry??"docker.io",path:rest}=parsed.value
return{image:`${registry??host}/${rest}`,declaredImage:`${host}/${rest}`}}function copiesOf({project:project},name,{phase:phase=""},layers,registry,image,{locate:locate},problems){const templates=layers.findLast(layer=>layer?.copies!==undefined)?.copies??[]
if(registry!==undefined)return{}
const copies=templates.flatMap(template=>{const text=expand(template,{name:name,project:project,phase:phase.toLowerCase()})
const parsed=parseImageName(text)
if(parsed.ok)return[`${parsed.value.host??"docker.io"}/${parsed.value.path}`]
problems.add(parsed.fault,locate(["services",name],"key"))
return[]})
const others=[...new Set(copies)].filter(copy=>copy!==image)
return others.length===0?{}:{copies:others}}function checkImages(services,{locate:locate},problems){const seen=new Map
for(const service of services){const copy=service.copies?.find(name=>seen.has(name))
const first=seen.get(service.image)??(copy===undefined?undefined:seen.get(copy))
for(const name of service.copies??[])if(first===undefined)seen.set(name,service)
if(first===undefined){seen.set(service.image,service)
continue}const message=`${service.name} and ${first.name} (line ${first.at.line}) have one image, ${(0,show.hD)(copy??service.image)}`
const why="each would overwrite the other's tags"
const fix="use {{name}} in `image`, or give one of them an `image` of its own"
const own=locate(["services",service.name,"image"],"value")
problems.add({code:"catalog/duplicate-image",message:message,why:why,fix:fix},own)}}var credentials=__webpack_require__(7725)
function pathFault(host,what,path,wanted,meant=[]){const kind=host.look(path)
switch(kind){case wanted:return undefined
case"outside":return{code:"catalog/outside",message:`${what} ${(0,show.hD)(path)} leaves the repository`,why:"a link on the way leads out of the catalog's folder",fix:"copy what it leads to into the repository"}
case"missing":{const near=meant.find(one=>host.look(one)===wanted)??nearestPath(host,path,wanted)
const fix=near===undefined?"make it, or mark the service `planned: true`":`did you mean ${(0,show.hD)(near)}?`
return{code:"catalog/missing-file",message:`${what} ${(0,show.hD)(path)} does not exist`,fix:fix}}default:{const inside=wanted==="file"?nearestPath(host,`${path}/Dockerfile`,"file"):undefined
const fix=inside===undefined?`name a ${wanted}`:`did you mean ${(0,show.hD)(inside)}?`
const found=kind==="other"?"neither file nor folder":`a ${kind}`
return{code:"catalog/missing-file",message:`${what} ${(0,show.hD)(path)} is ${found}`,fix:fix}}}}function nearestPath(host,path,wanted){const parts=path.split("/")
const found=[]
for(const[i,part]of parts.entries()){const folder=found.length===0?".":found.join("/")
const names=host.list(folder)
const last=i===parts.length-1
const kind=last?wanted:"folder"
const here=names.includes(part)?part:undefined
const fits=name=>host.look(folder==="."?name:`${folder}/${name}`)===kind
const name=here??(0,suggest.p)(part,names.filter(fits))??(last?onlyLike(part,names.filter(fits)):undefined)
if(name===undefined)return undefined
found.push(name)}const result=found.join("/")
return host.look(result)===wanted?result:undefined}function onlyLike(name,names){const stem=name.split(".",1)[0]??name
const like=names.filter(one=>one.startsWith(`${stem}.`)&&!one.endsWith(".dockerignore"))
return like.length===1?like[0]:undefined}function checkLayers(raw,host,{locate:locate,list:list},problems){const layers=[[["defaults"],raw.defaults],...Object.entries(raw.phases??{}).map(([id,layer])=>[["phases",id],layer]),...Object.entries(raw.services).map(([id,layer])=>[["services",id],layer])]
for(const[base,layer]of layers){for(const[key,what]of[["args","build argument"],["labels","label"]]){for(const[name,value]of Object.entries(layer?.[key]??{})){const fault=(0,credentials.m)(what,name,value)
const path=[...base,key,name]
if(fault!==undefined)problems.add(fault,locate(path,"value"),path)}}for(const[name,context]of Object.entries(layer?.contexts??{})){const path=[...base,"contexts",name]
const fault=context.kind==="path"?pathFault(host,"context",context.path,"folder"):undefined
if(fault===undefined)continue
if(base[0]==="services"&&fault.code==="catalog/missing-file")problems.addTo(String(base[1]),fault,locate(path,"value"),path)
else problems.add(fault,locate(path,"value"),path)}for(const secret of layer?.secrets??[]){if(secret.from!=="file"||host.look(secret.file)!=="outside")continue
const written=list([...base,"secrets"])
const index=written.findIndex(one=>one?.id===secret.id)
const fault=pathFault(host,"secret file",secret.file,"file")
if(fault!==undefined)problems.add(fault,locate([...base,"secrets",index,"file"],"value"))}}}function dockerfileOf(name,host){if(!/(?:^|\/)Dockerfile$/.test(name)||host.look(name)!=="missing")return name
const lower=name.replace(/Dockerfile$/,"dockerfile")
return host.look(lower)==="file"?lower:name}function checkPaths(base,service,context,dockerfile,host,{locate:locate},problems){const[,name]=base
const add=(fault,at,path)=>fault.code==="catalog/missing-file"?problems.addTo(name,fault,at,path):problems.add(fault,at,path)
const contextPath=[...base,"context"]
const spoiled=problems.spoiled(contextPath)
const contextFault=spoiled?undefined:pathFault(host,"context",context,"folder")
if(contextFault!==undefined)add(contextFault,locate(contextPath,"value"),contextPath)
const path=[...base,"dockerfile"]
if(problems.spoiled(path))return
if(service.dockerfile===undefined&&problems.spoiled(contextPath))return
const fault=pathFault(host,"Dockerfile",dockerfile,"file",context==="."?[]:[`${context}/${dockerfile}`])
if(fault!==undefined){const at=service.dockerfile===undefined?locate(base,"key"):locate(path,"value")
add(fault,at,path)}}function resolve(raw,around,written,problems){const entries=Object.entries(raw.services)
checkLayers(raw,around.host,written,problems)
const services=entries.filter(([name,service])=>service.planned!==true&&!problems.spoiled(["services",name,"planned"])).map(([name,service])=>resolveService(raw,name,service,around,written,problems))
checkImages(services.filter(one=>one!==undefined),written,problems)
return{project:raw.project,network:{name:raw.network?.name??raw.project,...raw.network?.subnet!==undefined&&{subnet:raw.network.subnet}},...raw.image!==undefined&&{imageTemplate:raw.image},...mergeLint([raw.defaults]),phases:phasesOf(raw,written),services:services.filter(one=>one!==undefined),planned:entries.filter(([,service])=>service.planned===true).map(([name,{title:title,phase:phase}])=>{const at=written.locate(["services",name],"key")
return{name:name,title:title??titleOf(name),...phase!==undefined&&{phase:phase},at:at}}),externals:Object.entries(raw.externals??{}).map(([name,external])=>resolveExternal(raw,name,external,written,problems))}}function phasesOf({phases:phases},{locate:locate}){return Object.entries(phases??{}).map(([id,{title:title}])=>({id:id,title:title??id,at:locate(["phases",id],"key")})).sort(({at:a},{at:b})=>(a.line??0)-(b.line??0)||(a.column??0)-(b.column??0)).map(({id:id,title:title})=>({id:id,title:title}))}function resolveService(raw,name,service,around,written,problems){const base=["services",name]
const phase=service.phase===undefined?undefined:raw.phases?.[service.phase]
const{health:rawHealth,...own}=service
const layers=[raw.defaults,phase,own]
const settings=mergeSettings(layers)
const ports=service.ports??[]
const images=imageOf(raw,name,service,around.registry,written,problems)
const context=service.context??"."
const dockerfile=dockerfileOf(service.dockerfile??(context==="."?"Dockerfile":`${context}/Dockerfile`),around.host)
checkPaths(base,service,context,dockerfile,around.host,written,problems)
const unbuildable=problems.of(name)
const health=rawHealth===undefined?undefined:resolveHealth(rawHealth,ports,[raw.defaults?.health,phase?.health])
if(health!==undefined&&"code"in health){const path=[...base,"health"]
if(!problems.touched([...base,"ports"])&&!problems.touched(path))problems.add(health,written.locate(path,"key"),path)
return undefined}if(images===undefined)return undefined
return{name:name,title:service.title??titleOf(name),...service.description!==undefined&&{description:service.description},...service.phase!==undefined&&{phase:service.phase},...images,dockerfile:dockerfile,context:context,...service.target!==undefined&&{target:service.target},...settings,ports:ports,...health!==undefined&&{health:health},...copiesOf(raw,name,service,layers,around.registry,images.image,written,problems),needs:[...new Set(needsOf(raw,name,service))],...unbuildable.length>0&&{problems:unbuildable},at:written.locate(base,"key")}}function resolveExternal(raw,name,external,written,problems){const ports=external.ports??[]
const base=["externals",name]
const path=[...base,"health"]
const health=external.health===undefined?undefined:resolveHealth(external.health,ports,[raw.defaults?.health])
const wrong=health!==undefined&&"code"in health
if(wrong&&!problems.touched(path)&&!problems.touched([...base,"ports"]))problems.add(health,written.locate(path,"key"),path)
return{name:name,image:external.image,...external.command!==undefined&&{command:external.command},env:external.env??{},ports:ports,...health!==undefined&&!wrong&&{health:health},needs:[...new Set(external.needs??[])],at:written.locate(base,"key")}}function titleOf(name){return name.replaceAll(/(^|[-_.]+)([a-z0-9])/g,(_,before,letter)=>before===""?letter.toUpperCase():` ${letter.toUpperCase()}`)}var json_schema_processors=__webpack_require__(8439)
var registries=__webpack_require__(9396)
var schemas=__webpack_require__(2311)
var core=__webpack_require__(8532)
function parsed(parse){return schemas.YjP().transform((text,context)=>read(parse,text,context))}function parsedOrNumber(parse){return schemas.KCZ([schemas.YjP(),schemas.aig()]).transform((value,context)=>read(parse,String(value),context))}function read(parse,text,context){const result=parse(text)
if(result.ok)return result.value
context.addIssue({code:"custom",message:result.fault.message,params:{fault:result.fault}})
return core.tm}const fault=(found,text)=>found===undefined?values.uw(text):values.MB(found)
function template(allowed){return text=>fault(templateFault(text,allowed),text)}const someText=text=>text.trim()===""?values.MB({code:"catalog/value",message:"an empty text",fix:"write something, or leave the key out"}):values.uw(text)
const oneLine=text=>/[\n\r]/.test(text)?values.MB({code:"catalog/value",message:`${(0,show.hD)(text)} holds a line end`,fix:"write it on one line"}):someText(text)
const envName=parseNameOf("an environment variable",/^[A-Za-z_][A-Za-z0-9_.-]*$/,"LOG_LEVEL")
const sshId=parseNameOf("an SSH agent",/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,"default")
const secretId=parseNameOf("a secret",/^[A-Za-z0-9_][A-Za-z0-9_.-]*$/,"npm_token")
const anyText=schemas.KCZ([schemas.YjP(),schemas.aig(),schemas.zMY()]).transform(String)
const templated=schemas.KCZ([schemas.YjP(),schemas.aig(),schemas.zMY()]).transform((value,context)=>read(template(),String(value),context))
function mapOf(key,value){return schemas.g1P(schemas.YjP(),value).superRefine((map,context)=>{if(typeof map!=="object"||map===null||Array.isArray(map))return
for(const name of Object.keys(map)){const result=key(name)
if(result.ok)continue
const params={fault:result.fault,at:"key"}
context.addIssue({code:"custom",message:result.fault.message,path:[name],params:params})}},{when:()=>true})}const word=words=>parsed(values.kB(words)).meta({enum:words})
const yesNo=schemas.vkY(value=>value==="True"||value==="TRUE"?true:value==="False"||value==="FALSE"?false:value,schemas.zMY())
const positive=schemas.aig().int().min(1)
const duration=parsed(values.E9)
const timingShape={start_period:duration.optional().meta({description:"Failures in this time after the start do not count.",default:"60s",examples:["90s"]}),interval:duration.optional().meta({description:"Time from one try to the next.",default:"1s",examples:["500ms"]}),timeout:duration.optional().meta({description:"How long one try may take.",default:"5s",examples:["10s"]}),retries:positive.optional().meta({description:"Failed tries after the start period that make it unhealthy.",default:3,examples:[5]}),successes:positive.optional().meta({description:"Good answers in a row that make it healthy.",default:2,examples:[3]}),stable:duration.optional().meta({description:"How long it must then stay up without a restart, and answer again at the end.",default:"1s",examples:["10s"]}),stop_grace_period:duration.optional().meta({description:"How long it has to end after SIGTERM, in whole seconds; what has not ended then is killed.",default:"10s",examples:["30s"]}),deadline:duration.optional().meta({description:"From the container's start until it must be healthy, whatever the rest says. Without it, the start period and what the retries take.",examples:["2m"]})}
const timing=schemas.rej(timingShape)
const health_schema_status=schemas.KCZ([parsedOrNumber(values.i$).transform(range=>[range]),schemas.YOg(parsedOrNumber(values.i$)).min(1)])
const healthMap=schemas.rej({path:parsed(values.fj).optional().meta({description:"Path to ask for over HTTP. The host is always the container itself.",examples:["/health"]}),port:parsedOrNumber(values.Qu).optional().meta({description:"Port of the container to ask on. Without it, the first TCP port of `ports`.",examples:[8080]}),method:word(["GET","HEAD","POST"]).optional().meta({description:"HTTP method: GET, HEAD or POST.",default:"GET"}),headers:mapOf(values.iT,anyText.transform((text,context)=>read(oneLine,text,context))).optional().meta({description:"Headers to send along.",examples:[{Accept:"application/json"}]}),status:health_schema_status.optional().meta({description:"Statuses that count as healthy: one, a range, or a list of them.",default:"200-399",examples:[200,"200-299",[200,204]]}),body:schemas.YjP().min(1).optional().meta({description:"The answer must contain this text.",examples:["healthy"]}),body_matches:parsed(values.EY).optional().meta({description:"This regular expression must match the answer. JavaScript's, with the flag `u`; `(?i:...)` ignores case.",examples:["^\\s*ok\\b"]}),json:parsed(values.Ug).optional().meta({description:"This must hold of the answer as JSON: a path, or a path compared with a value. `[*]` means each one of a list.",examples:['$.status == "healthy"',"$.checks[*].up","$.peers >= 1"]}),negative:yesNo.optional().meta({description:"A path (or gRPC service) that cannot exist must not look healthy too. `false` for a service that answers everything on purpose.",default:true}),tcp:parsedOrNumber(values.Qu).optional().meta({description:"Instead of HTTP: this port must accept a connection.",examples:[6379]}),grpc:parsedOrNumber(values.Qu).optional().meta({description:"Instead of HTTP: the server on this port must say SERVING, in the words of gRPC's health protocol v1.",examples:[50051]}),grpc_service:parsed(values.xp).optional().meta({description:"The gRPC service that is asked for. Without it, the server as a whole.",examples:["lucid.Chain"]}),healthcheck:schemas.euz(true).optional().meta({description:"Instead of HTTP: the image's own HEALTHCHECK decides. Else it is a check beside this one.",examples:[true]}),command:schemas.YOg(schemas.YjP()).min(1).optional().meta({description:"Instead of HTTP: this program, run in the container without a shell, must end with 0.",examples:[["redis-cli","ping"]]}),...timingShape})
const health=schemas.KCZ([parsed(values.fj),healthMap])
var dayjs_min=__webpack_require__(3706)
var advancedFormat=__webpack_require__(5440)
var dayOfYear=__webpack_require__(1919)
var isoWeek=__webpack_require__(9072)
var localizedFormat=__webpack_require__(431)
var timezone=__webpack_require__(7818)
var utc=__webpack_require__(5279)
var weekOfYear=__webpack_require__(4901)
var weekYear=__webpack_require__(8880)
dayjs_min.extend(utc)
dayjs_min.extend(timezone)
for(const plugin of[weekOfYear,weekYear,isoWeek,dayOfYear,advancedFormat,localizedFormat])dayjs_min.extend(plugin)
const dates=["date","commit_date"]
const defaultFormat="YYYYMMDD-HHmmss"
function parseExpression(text,names){if(text.includes("${{"))return{message:"GitHub's expressions are not evaluated here",fix:"use one such as {{is_default_branch}}"}
const parts=[]
let from=0
for(const found of text.matchAll(/\{\{\s*(.*?)\s*\}\}/g)){if(found.index>from)parts.push({kind:"text",text:text.slice(from,found.index)})
const part=parsePart(found[1]??"",names)
if("message"in part)return part
parts.push(part)
from=found.index+found[0].length}const rest=text.slice(from)
if(rest.includes("{{"))return{message:"a {{ is never closed",fix:"write }} after the name"}
if(rest!=="")parts.push({kind:"text",text:rest})
return parts}function parsePart(inner,names){const[,name="",arguments_=""]=/^([a-z_]+)(?:\s+(.*))?$/s.exec(inner)??[]
if(names.includes(name)&&arguments_==="")return{kind:"name",name:name}
if(!dates.includes(name)){const known=[...names,"date 'FORMAT'"].map(one=>`{{${one}}}`).join(", ")
return{message:`{{${inner}}} stands for nothing`,fix:`here can stand ${known}`}}const quoted=/^(?:(?:'([^']*)'|"([^"]*)")\s*)?(?:tz=(?:'([^']*)'|"([^"]*)"))?$/.exec(arguments_)
const fix=`write {{${name} 'YYYYMMDD'}} or {{${name} 'YYYYMMDD-HHmmss' tz='Asia/Tokyo'}}`
if(quoted===null)return{message:`{{${inner}}} cannot be read`,fix:fix}
const zone=quoted[3]??quoted[4]??"UTC"
if(!isZone(zone))return{message:`${zone} is no time zone`,fix:"write it as in UTC or Asia/Tokyo"}
return{kind:"date",name:name,format:quoted[1]??quoted[2]??defaultFormat,zone:zone}}function isZone(zone){try{new Intl.DateTimeFormat("en",{timeZone:zone})
return true}catch{return false}}function render(expression,values){let text=""
for(const part of expression){const value=partValue(part,values)
if(value===undefined)return undefined
text+=value}return text}function partValue(part,{names:names,date:date,commitDate:commitDate}){switch(part.kind){case"text":return part.text
case"name":return Object.hasOwn(names,part.name)?names[part.name]:undefined
case"date":return formatDate(part.name==="date"?date:commitDate,part.format,part.zone)
default:return part}}function formatDate(date,format,zone){if(date===undefined)return undefined
const there=dayjs_min(date).tz(zone)
const missing={DDDD:()=>`${there.dayOfYear()}`.padStart(3,"0"),DDDo:()=>ordinal(there.dayOfYear()),DDD:()=>`${there.dayOfYear()}`,Qo:()=>ordinal(Math.ceil((there.month()+1)/3)),Mo:()=>ordinal(there.month()+1),Wo:()=>ordinal(there.isoWeek()),do:()=>ordinal(there.day()),e:()=>`${there.day()}`,E:()=>`${there.isoWeekday()}`,gg:()=>`${there.weekYear()}`.slice(-2),GG:()=>`${there.isoWeekYear()}`.slice(-2),Y:()=>`${there.year()}`,SS:()=>`${Math.floor(there.millisecond()/10)}`.padStart(2,"0"),S:()=>`${Math.floor(there.millisecond()/100)}`}
const tokens=/\[[^\]]*\]|YYYY|YY|Y|Qo|Q|MMMM|MMM|MM|Mo|M|DDDD|DDDo|DDD|DD|Do|D|dddd|ddd|dd|do|d|e|E|gggg|gg|GGGG|GG|wo|ww|w|Wo|WW|W|SSS|SS|S/g
return there.format(format.replace(tokens,token=>{const value=Object.hasOwn(missing,token)?missing[token]?.():undefined
return value===undefined?token:`[${value}]`}))}function ordinal(number){const last=number%100
const ending=last>10&&last<14?"th":["th","st","nd","rd"][number%10]??"th"
return`${number}${ending}`}const globalNames=[...["branch","tag","sha","short_sha","base_ref","is_default_branch","is_not_default_branch"],...["name","phase","project","revision","short_revision"]]
const versionNames=["raw","version","major","minor","patch"]
const types={schedule:{priority:1e3,attributes:["pattern"]},semver:{priority:900,attributes:["pattern","value","match"]},pep440:{priority:900,attributes:["pattern","value","match"]},match:{priority:800,attributes:["pattern","group","value"]},edge:{priority:700,attributes:["branch"]},ref:{priority:600,attributes:["event"]},raw:{priority:200,attributes:["value"]},sha:{priority:100,attributes:["format"]}}
const commonAttributes=["type","enable","priority","prefix","suffix"]
function parseRule(text){const fields=splitFields(text.trim())
if(!Array.isArray(fields))return fields
const attributes=readAttributes(fields)
if(!(attributes instanceof Map))return attributes
const kind=attributes.get("type")??"raw"
if(!attributes.has("type")&&!attributes.has("value")){const fix="begin it with type=, and put it in quotes where it stands in [ ]: a comma divides the items there"
return{message:"the rule has neither a type nor a value",fix:fix}}if(!isKind(kind))return{message:`there is no type ${kind}`,fix:`the types are ${Object.keys(types).join(", ")}`}
const{priority:priority,attributes:own}=types[kind]
const unknown=[...attributes.keys()].find(key=>!commonAttributes.includes(key)&&!own.includes(key))
if(unknown!==undefined)return{message:`type=${kind} has no attribute ${unknown}`,fix:`it has ${[...own,...commonAttributes.slice(1)].join(", ")}`}
const given=attributes.get("priority")??`${priority}`
if(!/^-?\d{1,9}$/.test(given))return{message:`priority ${given} is no whole number`}
const prefix=attributes.get("prefix")??defaultPrefix(kind,attributes.get("event"))
const suffix=attributes.get("suffix")
return rule_build(expression=>{const common={text:text,priority:Number(given),enable:expression(attributes.get("enable")??"true"),...prefix!==undefined&&{prefix:expression(prefix)},...suffix!==undefined&&{suffix:expression(suffix)}}
return specific(kind,common,attributes,expression)})}function parseAffix(text){return parseExpression(text,globalNames)}class Wrong extends Error{fault
constructor(fault){super(fault.message)
this.fault=fault}}function rule_build(make){try{return make((text,names=[])=>{const found=parseExpression(text,[...names,...globalNames])
if("message"in found)throw new Wrong(found)
return found})}catch(error){if(error instanceof Wrong)return error.fault
throw error}}function specific(kind,common,given,expression){const value=given.get("value")===undefined?{}:{value:expression(given.get("value")??"")}
switch(kind){case"schedule":return{kind:kind,...common,pattern:expression(given.get("pattern")||"nightly")}
case"semver":case"pep440":{const pattern=demand(given,kind,"pattern","{{version}}")
const match=given.get("match")
return{...{kind:kind,...common,...value},pattern:expression(pattern,versionNames),raw:/^\{\{\s*raw\s*\}\}$/.test(pattern),...match&&{match:toRegExp(match)}}}case"match":{const group=given.get("group")??"0"
if(!/^\d{1,2}$/.test(group))throw new Wrong({message:`group ${group} is no number`})
const pattern=toRegExp(demand(given,kind,"pattern","v(.*)"))
return{kind:kind,...common,...value,pattern:pattern,group:Number(group)}}case"edge":{const branch=given.get("branch")
return{kind:kind,...common,...branch&&{branch:branch}}}case"ref":{const event=demand(given,kind,"event","branch")
if(event!=="branch"&&event!=="tag"&&event!=="pr")throw new Wrong({message:`there is no event ${event}`,fix:"the events are branch, tag and pr"})
return{kind:kind,...common,event:event}}case"raw":return{kind:kind,...common,value:expression(demand(given,kind,"value","latest"))}
case"sha":{const format=given.get("format")||"short"
if(format!=="short"&&format!=="long")throw new Wrong({message:`there is no format ${format}`,fix:"the formats are short and long"})
return{kind:kind,...common,format:format}}default:return kind}}function demand(given,kind,key,example){const value=given.get(key)
if(value)return value
throw new Wrong({message:`type=${kind} needs ${key}`,fix:`write it as in type=${kind},${key}=${example}`})}function toRegExp(text){const[,source=text,flags=""]=/^\/(.+)\/([a-z]*)$/s.exec(text)??[]
try{return new RegExp(source,flags.replace(/[gy]/g,""))}catch{throw new Wrong({message:`${text} is no regular expression`})}}function defaultPrefix(kind,event){if(kind==="sha")return"sha-"
return kind==="ref"&&event==="pr"?"pr-":undefined}function readAttributes(fields){const result=new Map
for(const field of fields){const[,key,value]=/^([A-Za-z0-9_-]+)=(.*)$/s.exec(field)??[]
const[name,text]=key===undefined?["value",field]:[key.toLowerCase(),(value??"").trim()]
if(result.has(name))return{message:`${name} is said twice`}
if(key===undefined&&(result.get("type")??"raw")!=="raw")return{message:`${field} has no attribute name`}
result.set(name,text)}return result}function splitFields(text){const fields=[]
let at=0
while(at<=text.length){const rest=text.slice(at)
const[all,quoted,plain]=/^\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))/.exec(rest)??[rest,undefined,rest]
const field=quoted===undefined?(plain??"").trim():quoted.replaceAll('""','"')
if(quoted===undefined&&field.startsWith('"'))return{message:"a quote is never closed"}
if(field==="")return{message:text===""?"an empty rule":"an empty field between commas"}
fields.push(field)
at+=all.length+1}return fields}function isKind(text){return Object.hasOwn(types,text)}const legalTag=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
function checkRule(text){const rule=parseRule(text)
return"message"in rule?rule:wrongText(rule)??wrongWhole(rule)}function wrongText(rule){const{prefix:prefix=[],suffix:suffix=[]}=rule
const[first]=prefix
for(const part of[...prefix,...bodyOf(rule),...suffix]){if(part.kind!=="text")continue
const start=part===first&&/^[.-]/.test(part.text)
if(start||/[^a-zA-Z0-9._-]/.test(part.text)||part.text.length>128)return illegal(part.text)}return undefined}function wrongWhole(rule){if(rule.kind!=="raw")return undefined
const parts=[...rule.prefix??[],...rule.value,...rule.suffix??[]]
const texts=parts.map(part=>part.kind==="text"?part.text:undefined)
if(texts.includes(undefined))return undefined
const tag=texts.join("")
return legalTag.test(tag)?undefined:illegal(tag)}function bodyOf(rule){switch(rule.kind){case"raw":return rule.value
case"schedule":case"semver":case"pep440":return rule.pattern
default:return[]}}function illegal(text){const why=text.length>128?`it has ${text.length} characters, 128 are allowed`:'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"'
return{message:`no tag can hold "${text}"`,why:why,fix:"write it with the letters a tag may have"}}const none={text:[],onLatest:false}
const noFlavor={latest:"false",prefix:none,suffix:none}
const latestWords=["auto","true","false"]
function parseFlavor(lines){let flavor={...noFlavor,latest:"auto"}
for(const line of lines){const fields=splitFields(line.trim())
if(!Array.isArray(fields))return fields
let last
for(const field of fields){const read=readField(flavor,field,last)
if("message"in read)return read;({flavor:flavor,last:last}=read)}}return flavor}function readField(flavor,field,last){const[,key="",value=""]=/^([a-z]+)\s*=\s*(.*)$/is.exec(field)??[]
switch(key.toLowerCase()){case"latest":{const latest=latestWords.find(word=>word===value)
if(latest!==undefined)return{flavor:{...flavor,latest:latest},last:last}
return{message:`latest is ${JSON.stringify(value)}`,fix:`it is one of ${latestWords.join(", ")}`}}case"prefix":case"suffix":{const which=key.toLowerCase()
const text=parseAffix(value)
if("message"in text)return text
return{flavor:{...flavor,[which]:{...flavor[which],text:text}},last:which}}case"onlatest":if(value!=="true"&&value!=="false")return{message:`onlatest is ${JSON.stringify(value)}`,fix:"it is true or false"}
if(last===undefined)return{message:"onlatest stands alone",fix:"write it after the prefix or suffix it is about"}
return{flavor:{...flavor,[last]:{...flavor[last],onLatest:value==="true"}},last:last}
default:return{message:`a flavor has no ${JSON.stringify(field)}`,fix:"it has latest=, prefix= and suffix=, and after these onlatest="}}}var table=__webpack_require__(3529)
const checkIds=table.a.map(({id:id})=>id)
function checkId(text){const known=checkIds.find(id=>id===text)
if(known!==undefined)return values.uw(known)
const meant=(0,suggest.p)(text,checkIds)
const fix=meant===undefined?"docs/verify.md lists them all":`did you mean ${(0,show.hD)(meant)}?`
return values.MB({code:"catalog/unknown-check",message:`there is no check ${(0,show.hD)(text)}`,fix:fix})}function parseGrowth(text){const percent=/^(\d{1,4})%$/.exec(text)?.[1]
if(percent!==undefined)return values.uw({kind:"share",most:Number(percent)/100})
const size=values.DB(text)
if(size.ok)return values.uw({kind:"bytes",most:size.value})
const fix='write it as in "25%" or "20mb"'
return values.MB({code:"catalog/size",message:`${(0,show.hD)(text)} is neither a share nor a size`,fix:fix})}const absolutePath=parsed(text=>/^\/[^\0\n\r]*$/.test(text)?values.uw(text):values.MB({code:"catalog/value",message:`${(0,show.hD)(text)} is no absolute path`,fix:'write it as in "/app/main.py"'}))
const verify=schemas.rej({user:parsedOrNumber(values.tN).optional().meta({description:"Numeric user, or user and group, that the image must run as. Without it, 65532:65532 where it is FROM a distroless image.",examples:["65532:65532"]}),max_size:parsedOrNumber(values.DB).optional().meta({description:"Largest compressed size of the image.",examples:["200mb"]}),max_growth:parsedOrNumber(parseGrowth).optional().meta({description:"How much larger than what is published the image may be: a share of it, or a size.",default:"25%",examples:["10%"]}),labels:schemas.YOg(parsed(parseNameOf("a label",/^[A-Za-z0-9][A-Za-z0-9._/-]*$/,"org.opencontainers.image.revision"))).optional().meta({description:"Labels that the image must have, filled in.",examples:[["org.opencontainers.image.revision"]]}),base:schemas.YOg(parsed(parseNameOf("an image",/^[A-Za-z0-9*][A-Za-z0-9*._:/@-]*$/,"gcr.io/distroless/*"))).min(1).optional().meta({description:"Images it may be FROM, by itself or through others of this catalog. `*` stands for any text without a slash, `**` for any; `scratch` is one of them.",examples:[["gcr.io/distroless/*"]]}),files:schemas.YOg(absolutePath).optional().meta({description:"Paths that must be in the image.",examples:[["/app/controller/main.py"]]}),imports:schemas.YOg(parsed(parseNameOf("a Python module",/^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/,"controller.main"))).optional().meta({description:"Python modules that must import, tried in a container of the image without network.",examples:[["controller.main"]]}),allow:schemas.YOg(absolutePath).optional().meta({description:"Paths, with the wildcards of `base`, in which shells, package managers, foreign binaries and secrets are no matter.",examples:[["/opt/firmware/**"]]}),checks:mapOf(checkId,word(["error","warning","off"])).optional().meta({description:"Level of a check by its id (docs/verify.md): `error` stops the image, `warning` is only told.",examples:[{healthcheck:"off","no-shell":"error"}]})})
const secret=schemas.KCZ([parsed(text=>{const name=secretId(text)
return name.ok?envName(text):name}).transform(id=>({id:id,from:"env",env:id})),schemas.rej({id:parsed(secretId).meta({description:"Name by which the Dockerfile mounts it.",examples:["npm_token"]}),env:parsed(envName).optional().meta({description:"Environment variable that holds it.",examples:["NPM_TOKEN"]}),file:parsed(parsePath).optional().meta({description:"File of the repository's folder that holds it.",examples:["secrets/npm"]})}).transform(({id:id,env:env,file:file},context)=>{if(env!==undefined&&file!==undefined){const both={code:"catalog/value",message:`secret ${id} has both env and file`,fix:"keep one of them"}
context.addIssue({code:"custom",message:both.message,params:{fault:both}})
return core.tm}if(file!==undefined)return{id:id,from:"file",file:file}
return{id:id,from:"env",env:env??id}})])
const ssh=schemas.KCZ([parsed(sshId).transform(id=>({id:id})),schemas.rej({id:parsed(sshId).meta({description:"Name by which the Dockerfile mounts it.",examples:["github"]}),env:parsed(envName).optional().meta({description:"Environment variable that holds the path of an agent's socket, or of a private key.",examples:["DEPLOY_SSH_AUTH_SOCK"]})}).transform(({id:id,env:env})=>({id:id,...env!==undefined&&{env:env}}))])
const namedContext=schemas.YjP().transform((text,context)=>{const rest=/^([a-z-]+):(?:\/\/)?(.*)$/s.exec(text)
switch(rest?.[1]){case"target":return{kind:"service",service:read(parseServiceName,rest[2]??"",context)}
case"docker-image":return{kind:"image",ref:read(parseReference,rest[2]??"",context)}
case"http":case"https":case"git":if(/^(?:https?|git):\/\/[^\s-][^\s]*$/.test(text))return{kind:"url",url:text}}return{kind:"path",path:read(parsePath,text,context)}})
const settings_schema_hardening=schemas.rej({read_only:yesNo.optional().meta({description:"The container cannot write to its own root.",default:true}),tmpfs:schemas.YOg(parsed(text=>/^\/[^\s,:]*(?::[a-z0-9=,]+)?$/.test(text)?values.uw(text):values.MB({code:"catalog/value",message:`${(0,show.hD)(text)} is no folder`,fix:'write it as in "/tmp"'}))).optional().meta({description:"Folders in memory that can be written to.",default:["/tmp"]}),cap_drop:schemas.YOg(parsed(parseNameOf("a capability",/^[A-Z][A-Z_]+$/,"ALL"))).optional().meta({description:"Capabilities that are taken away.",default:["ALL"]}),no_new_privileges:yesNo.optional().meta({description:"No program in the container gains rights over its parent.",default:true}),memory:parsedOrNumber(values.DB).optional().meta({description:"Most memory it may take.",default:"1gb",examples:["256mb"]}),pids:positive.optional().meta({description:"Most processes and threads it may run.",default:512,examples:[100]})})
const policy=schemas.rej({smoke:word(["required","advisory","off"]).optional().meta({description:"Floating tags move only after smoke (required), whatever it says (advisory), or it is not run (off).",default:"required"}),verify:word(["required","advisory"]).optional().meta({description:"A failed check of the pushed image stops it (required), or is only told (advisory).",default:"required"}),hardening:word(["required","advisory"]).optional().meta({description:"A service that is healthy only without its hardening fails (required), or passes and it is told what it needs (advisory).",default:"required"}),stop:word(["required","advisory"]).optional().meta({description:"A service that does not end on SIGTERM in time fails (required), or passes and it is told (advisory).",default:"required"})})
const ruleId=text=>{const known=ruleIds.find(id=>id===text)
if(known!==undefined)return values.uw(known)
const meant=(0,suggest.p)(text,ruleIds)
const fix=meant===undefined?"docs/lint.md lists them all":`did you mean ${(0,show.hD)(meant)}?`
return values.MB({code:"catalog/unknown-rule",message:`there is no lint rule ${(0,show.hD)(text)}`,fix:fix})}
const settings_schema_lint=schemas.rej({rules:mapOf(ruleId,word(["off","note","warning","error"])).optional().meta({description:"Severity of a rule by its id (docs/lint.md), or `off`.",examples:[{"no-healthcheck":"off","mutable-base":"warning"}]})})
const runnerLabel=parsed(parseNameOf("a runner's label",/^[A-Za-z0-9][A-Za-z0-9 ._:+=/@-]{0,127}$/,"ubuntu-24.04-arm"))
const tagRule=parsed(text=>{const wrong=checkRule(text)
if(wrong===undefined)return values.uw(text)
const fix=wrong.fix??'write it as in "type=sha,prefix=" (docs/tags.md)'
return values.MB({code:"catalog/tag-rule",message:(0,show.WU)(wrong.message,200),...wrong.why&&{why:wrong.why},fix:fix})})
const flavorLine=parsed(text=>{const wrong=parseFlavor([text])
if(!("message"in wrong))return values.uw(text)
const fix=wrong.fix??'write it as in "latest=auto" or "suffix=-arm64,onlatest=true" (docs/tags.md)'
return values.MB({code:"catalog/flavor",message:(0,show.WU)(wrong.message,200),fix:fix})})
const needs=schemas.YOg(parsed(parseServiceName)).optional().meta({description:"Services and externals that must be healthy before this one starts.",examples:[["redis"]]})
const env=mapOf(envName,anyText).optional().meta({description:"Environment of the running container.",examples:[{LOG_LEVEL:"INFO"}]})
const ports=schemas.YOg(parsedOrNumber(values.pz)).optional().meta({description:"Ports in Compose's short form: the container's, or the host's and the container's.",examples:[[8080,"8081:8080","53:53/udp"]]})
const settingsShape={platforms:schemas.YOg(parsed(values.FL)).min(1).optional().meta({description:"Platforms to build for.",default:["linux/arm64"],examples:[["linux/arm64","linux/amd64"]]}),runners:mapOf(text=>values.FL(text),schemas.KCZ([runnerLabel,schemas.YOg(runnerLabel).min(1)])).optional().meta({description:"Runner for each platform, in GitHub's words: a label, or a list of all that a self-hosted one must have. Without it, ubuntu-24.04-arm for linux/arm64 and ubuntu-24.04 for the others.",examples:[{"linux/arm64":["self-hosted","raspberry-pi"]}]}),ttl:parsed(values.F1).optional().meta({description:"Time-to-live: with `stale`, the image is built anew once in this time, whatever has changed (docs/nightly.md).",examples:["7d"]}),tags:schemas.YOg(tagRule).optional().meta({description:"Rules for tags that are written once and never moved, in the words of docker/metadata-action.",default:["type=sha,prefix="],examples:[["type=sha,prefix=","type=semver,pattern={{version}}"]]}),floating:schemas.YOg(tagRule).optional().meta({description:"Rules for tags that move to the new image, after smoke only.",default:["type=raw,value=latest"],examples:[["type=raw,value=latest-arm64"]]}),flavor:schemas.YOg(flavorLine).min(1).optional().meta({description:"What holds for all tags, in the words of docker/metadata-action: whether a floating `latest` is added, and a prefix and suffix for rules without one. Without it, no tag is given that no rule names.",examples:[["latest=auto","suffix=-arm64,onlatest=true"]]}),copies:schemas.YOg(parsed(template(catalogNames))).optional().meta({description:"Other names, with their registries, that each image is published under too, with the same digest and tags. Left out where another registry is asked for with `registry`.",examples:[["docker.io/acme/{{name}}"]]}),labels:mapOf(parseNameOf("a label",/^[A-Za-z0-9][A-Za-z0-9._/-]*$/,"com.acme.team"),templated).optional().meta({description:"Labels of the image. Values may use {{name}}, {{phase}} and the like.",examples:[{"com.acme.service":"{{name}}"}]}),args:mapOf(parseNameOf("a build argument",/^[A-Za-z_][A-Za-z0-9_]*$/,"VERSION"),templated).optional().meta({description:"Build arguments. Values may use {{name}}, {{phase}} and the like.",examples:[{VERSION:"1.0.0"}]}),secrets:schemas.YOg(secret).optional().meta({description:"Build secrets: an id, taken from the environment variable of that name or from what is said.",examples:[["npm_token",{id:"pip",env:"PIP_CONF"}]]}),ssh:schemas.YOg(ssh).optional().meta({description:"SSH agents that `RUN --mount=type=ssh` may use: `default` is the one of SSH_AUTH_SOCK, any other is found by an environment variable.",examples:[["default",{id:"github",env:"DEPLOY_SSH_AUTH_SOCK"}]]}),contexts:mapOf(parseNameOf("a context",/^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/,"shared"),namedContext).optional().meta({description:"Named build contexts: target:SERVICE, docker-image://REFERENCE, a folder, or an http(s) or git address.",examples:[{shared:"libs/shared",base:"target:python-base"}]}),env:env,needs:needs,hardening:settings_schema_hardening.optional().meta({description:"How tightly the container is held when it is tried."}),verify:verify.optional().meta({description:"What the pushed image must satisfy."}),lint:settings_schema_lint.optional().meta({description:"What lint makes of its rules."}),policy:policy.optional().meta({description:"Which checks stand between an image and its floating tags."})}
const settings=schemas.rej({...settingsShape,health:timing.optional().meta({description:"How often and how long health checks try."})})
const title=parsed(oneLine).optional()
const phase=schemas.rej({title:title.meta({description:"Name of the phase, for people.",examples:["Core Services"]}),...settings.shape})
const phaseId=parseNameOf("a phase",/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,'"1"')
const service=schemas.rej({phase:parsedOrNumber(phaseId).optional().meta({description:"The phase it belongs to: a key of `phases`.",examples:["3"]}),title:title.meta({description:"Name of the service, for people. Without it, made of its name.",examples:["API Gateway"]}),description:parsed(someText).optional().meta({description:"What it is, in a sentence.",examples:["Entry point of all APIs"]}),planned:yesNo.optional().meta({description:"True for a service that has no Dockerfile yet: it only counts in the progress.",default:false}),dockerfile:parsed(parsePath).optional().meta({description:"Its Dockerfile, relative to the catalog's folder. Without it, `Dockerfile` in the context.",examples:["services/api/Dockerfile"]}),context:parsed(parsePath).optional().meta({description:"Folder that the build sees, relative to the catalog's folder.",default:".",examples:["services/api"]}),target:parsed(parseNameOf("a stage",/^[A-Za-z0-9][A-Za-z0-9._-]*$/,"runtime")).optional().meta({description:"Stage of the Dockerfile to build. Without it, the last.",examples:["runtime"]}),image:parsed(template(catalogNames)).optional().meta({description:"Name of the image, in place of the one that the catalog's `image` gives.",examples:["acme/api"]}),ports:ports,health:health.optional().meta({description:"How to see that it works: a path to ask for over HTTP, or a map with a path, a TCP port or a command.",examples:["/health",{path:"/health",body:"healthy"},{tcp:6379}]}),...settingsShape})
const external=schemas.rej({image:parsed(parseReference).meta({description:"The image to run.",examples:["mongo:7"]}),command:schemas.YOg(schemas.YjP()).min(1).optional().meta({description:"What to run in it, in place of the image's own command.",examples:[["mongod","--quiet"]]}),env:env,ports:ports,health:health.optional().meta({description:"How to see that it works, as for a service.",examples:[{tcp:27017}]}),needs:needs})
const catalogSchema=schemas.rej({version:schemas.euz(1).meta({description:"Version of this format: 1."}),project:parsed(parseNameOf("a project",/^[a-z0-9][a-z0-9_-]{0,62}$/,"lucid")).meta({description:"Name of the project: lower case, digits, dashes.",examples:["lucid"]}),registry:parsed(parseRegistry).optional().meta({description:"Registry that images are pushed to, perhaps with a path that all share.",default:"docker.io",examples:["ghcr.io/acme"]}),image:parsed(template(catalogNames)).optional().meta({description:"Name of each image below the registry. May use {{name}}, {{phase}} and {{project}}.",default:"{{name}}",examples:["acme/lucid-{{name}}"]}),network:schemas.rej({name:parsed(parseNameOf("a network",/^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$/,"lucid-net")).optional().meta({description:"Its name. Without it, the project's.",examples:["lucid-pi-network"]}),subnet:parsed(values.Fg).optional().meta({description:"Its addresses.",examples:["172.20.0.0/16"]})}).optional().meta({description:"Network that the services share when they run."}),defaults:settings.optional().meta({description:"Settings of all services. A phase and a service may override each of them."}),phases:mapOf(phaseId,phase).optional().meta({description:"Groups of services in the order of the plan, by id. Each may have settings of its own.",examples:[{1:{title:"Base"}}]}),services:mapOf(parseServiceName,service).meta({description:"What is built, by name.",examples:[{api:{context:"services/api",ports:[8080],health:"/health"}}]}),externals:mapOf(parseServiceName,external).optional().meta({description:"What services need when they run but is not built here, by name.",examples:[{mongo:{image:"mongo:7",health:{tcp:27017}}}]})}).meta({title:"Lucid service catalog, version 1",description:"Says what the services of a repository are."})
let schema
function catalogJsonSchema(){schema??=json_schema_processors.bl(catalogSchema,{target:"draft-07",io:"input",reused:"inline",override:({zodSchema:zodSchema,jsonSchema:jsonSchema})=>{const meta=registries.fd.get(zodSchema)
if(meta?.default!==undefined)jsonSchema.default=meta.default
if(meta?.examples!==undefined)jsonSchema.examples=meta.examples}})
return schema}function allowedKeys(path){let found=[catalogJsonSchema()]
for(const step of path)found=found.flatMap(one=>alternatives(one)).flatMap(one=>below(one,step))
return found.flatMap(alternatives).flatMap(({properties:properties})=>Object.keys(properties??{}))}function keyHome(key){const places=[[[],"the top of the file"],[["services","x"],"a service"],[["defaults"],"`defaults`, a phase or a service"],...["network","defaults.hardening","defaults.verify","defaults.policy"].map(name=>[name.split("."),`\`${name.replace("defaults.","")}\``]),[["services","x","health"],"`health`"]]
return places.find(([path])=>allowedKeys(path).includes(key))?.[1]}function alternatives(one){return one.anyOf===undefined?[one]:one.anyOf.flatMap(alternatives)}function below({properties:properties,additionalProperties:additionalProperties,items:items},step){if(typeof step==="number")return items===undefined?[]:[items]
const one=properties!==undefined&&Object.hasOwn(properties,step)?properties[step]:additionalProperties
return typeof one==="object"?[one]:[]}const standIns={version:1,project:"project",services:{},image:"scratch"}
function validate({value:value,locate:locate},problems){const version=isObject(value)?value.version:undefined
if(version!==undefined&&version!==1){const message=`version ${(0,show.hD)(String(version))} of the catalog is not known`
const fault={code:"catalog/version",message:message,fix:"write `version: 1`, or use a newer release"}
problems.add(fault,locate(["version"],"value"))
return undefined}const first=catalogSchema.safeParse(value)
if(first.success)return first.data
for(const issue of first.error.issues)if(!problems.full)report(issue,value,locate,problems)
if(problems.full)return undefined
let rest=structuredClone(value)
for(let issues=first.error.issues,round=0;round<8;round++){rest=withoutWrong(rest,issues)
const again=catalogSchema.safeParse(rest)
if(again.success)return again.data
issues=again.error.issues}return undefined}function report(issue,root,locate,problems,base=[]){const path=[...base,...issue.path]
const value=valueAt(root,path)
if(value===undefined&&issue.code!=="custom"){problems.add(validate_missing(path),locate(path,"value"),path)
return}switch(issue.code){case"unrecognized_keys":for(const key of issue.keys){if(problems.full)return
problems.add(unknownKey(key,path,value),locate([...path,key],"key"),[...path,key])}return
case"invalid_union":{const branches=branchesOf(issue).filter(errors=>!errors.some(isOtherType))
if(branches.length===1){for(const inner of branches[0]??[])report(inner,root,locate,problems,path)
return}problems.add(wrongType([...new Set(expectedOf(issue))],value),locate(path,"value"),path)
return}case"invalid_type":problems.add(wrongType(expectedOf(issue),value),locate(path,"value"),path)
return
case"custom":{const params=issue.params
const fault=params?.fault??{code:"catalog/value",message:issue.message}
problems.add(fault,locate(path,params?.at??"value"),path)
return}default:problems.add({code:"catalog/value",...describe(issue)},locate(path,"value"),path)}}function describe(issue){switch(issue.code){case"too_small":if(issue.origin==="array")return{message:"an empty list",fix:"write at least one, or leave the key out"}
if(issue.origin==="string")return{message:"an empty text",fix:"write something, or leave the key out"}
return{message:`a number below ${issue.minimum}`,fix:`write ${issue.minimum} or more`}
case"too_big":return{message:`more than ${issue.maximum}`,fix:`write ${issue.maximum} or less`}
case"invalid_value":return{message:`not ${(0,show.gP)(issue.values.map(String))}`}
default:return{message:(0,show.WU)(issue.message)}}}const otherWords={...{environment:"env",depends_on:"needs",dependencies:"needs",build_args:"args",healthcheck:"health"},...{port:"ports",expose:"ports",platform:"platforms",file:"dockerfile",tag:"tags",label:"labels"},...{build_contexts:"contexts",additional_contexts:"contexts",stage:"target",subnets:"subnet",url:"path"}}
function unknownKey(key,path,holder){const code="catalog/unknown-key"
const message=`unknown key ${(0,show.hD)(key)}`
if(key==="<<")return{code:code,message:message,why:"merge keys are not part of YAML 1.2",fix:"use `defaults` and `phases` instead"}
const allowed=allowedKeys(path)
const free=allowed.filter(name=>!isObject(holder)||!Object.hasOwn(holder,name))
const other=otherWords[key.replaceAll("-","_")]
const meant=other!==undefined&&allowed.includes(other)?other:(0,suggest.p)(key,free)??(0,suggest.p)(key,allowed)
if(meant!==undefined)return{code:code,message:message,fix:`did you mean ${(0,show.hD)(meant)}?`}
const home=keyHome(key)
if(home!==undefined)return{code:code,message:message,fix:`it belongs under ${home}`}
return{code:code,message:message,fix:allowed.length>0?`known here: ${allowed.join(", ")}`:"remove it"}}function validate_missing(path){const key=(0,show.WU)(String(path.at(-1)??""))
return{code:"catalog/missing-key",message:`${(0,show.hD)(key)} is missing`,fix:`add \`${key}:\``}}function wrongType(expected,value){const code="catalog/type"
const found=typeName(value)
const message=`${found} where ${(0,show.gP)(expected)} is wanted`
if(value===null)return{code:code,message:message,fix:"write a value, or leave the key out"}
if(typeof value==="number"||typeof value==="boolean")return expected.includes("a text")?{code:code,message:message,fix:`write it in quotes: "${value}"`}:{code:code,message:message}
if(typeof value==="string"&&expected.includes("true or false"))return{code:code,message:message,fix:"write true or false, in lower case and without quotes"}
if(typeof value==="string"&&expected.some(word=>word.endsWith("number")))return{code:code,message:message,fix:"write a plain decimal number without quotes, without a zero before it"}
if(expected.includes("a list"))return{code:code,message:message,fix:"write it in brackets, [ ], or one item a line after a dash"}
return{code:code,message:message}}function typeName(value){if(value===null)return"nothing"
if(Array.isArray(value))return"a list"
if(typeof value==="string")return`the text ${(0,show.hD)(value)}`
if(typeof value==="object")return"a map"
return typeof value==="boolean"?String(value):`the number ${value}`}const expectedNames={...{string:"a text",number:"a number",int:"a whole number",boolean:"true or false",array:"a list"},...{object:"a map",record:"a map"}}
function expectedOf(issue){if(issue.code==="invalid_union")return branchesOf(issue).flat().flatMap(expectedOf)
return issue.code==="invalid_type"?[expectedNames[issue.expected]??issue.expected]:[]}function isOtherType(issue){if(issue.path.length>0)return false
if(issue.code==="invalid_union")return branchesOf(issue).every(errors=>errors.some(isOtherType))
return issue.code==="invalid_type"}function branchesOf(issue){return issue.errors}function valueAt(root,path){let value=root
for(const step of path){if(typeof value!=="object"||value===null||!Object.hasOwn(value,step))return undefined
value=value[step]}return value}function withoutWrong(root,issues){const gone=new Set
const paths=issues.flatMap(issue=>{const path=issue.path
return issue.code==="unrecognized_keys"?issue.keys.map(key=>[...path,key]):[path]})
let result=isObject(root)?root:{}
for(const path of paths){const holder=valueAt(result,path.slice(0,-1))
const key=path.at(-1)
if(key===undefined)result={}
else if(Array.isArray(holder))gone.add(JSON.stringify(path.slice(0,-1)))
else if(isObject(holder)){delete holder[String(key)]
const standIn=path.length===1||key==="image"?standIns[String(key)]:undefined
if(standIn!==undefined&&!(path.length===3&&path[0]==="services"))holder[String(key)]=standIn}}for(const text of gone){const path=JSON.parse(text)
const indexes=new Set(paths.filter(p=>JSON.stringify(p.slice(0,-1))===text).map(p=>p.at(-1)))
const list=valueAt(result,path)
if(Array.isArray(list))list.splice(0,list.length,...list.filter((_,i)=>!indexes.has(i)))}return result}function isObject(value){return typeof value==="object"&&value!==null&&!Array.isArray(value)}var dist=__webpack_require__(8815)
const maxLength=1024*1024
const maxLexemes=25e4
const maxDepth=64
class Unfit extends Error{fault
offset
constructor(fault,offset){super(fault.message)
this.fault=fault
this.offset=offset}}function*readTokens(text){const large={code:"catalog/too-large",message:"the catalog is too large",fix:"split it"}
if(text.length>maxLength)throw new Unfit(large,0)
const odd=(0,show.tO)(text.replace(/^\ufeff/," "))
if(odd!==undefined)throw new Unfit(illegalCharacter(text.slice(odd,odd+2)),odd)
const parser=new dist.iX
const depth=new Depth
let lexemes=0
let offset=0
for(const lexeme of(new dist.JG).lex(text)){if(++lexemes>maxLexemes)throw new Unfit(large,offset)
const size=marks.has(lexeme)?0:lexeme.length
if(depth.after(lexeme,size)>maxDepth)throw new Unfit({code:"catalog/too-deep",message:`nested more than ${maxDepth} levels deep`},offset)
offset+=size
yield*parser.next(lexeme)}yield*parser.end()}const marks=new Set(["","",""])
class Depth{#flow=0
#indicators=0
#column=0
#lineStart=true
#indents=[]
after(lexeme,size){const lineEnd=lexeme.lastIndexOf("\n")
if(lexeme==="["||lexeme==="{")this.#flow++
else if(lexeme==="]"||lexeme==="}")this.#flow--
else if(lexeme==="-"||lexeme==="?"||lexeme===":")this.#indicators++
if(this.#lineStart&&this.#flow===0&&size>0&&!/^\s*(?:#|$)/.test(lexeme)){while((this.#indents.at(-1)??-1)>=this.#column)this.#indents.pop()
this.#indents.push(this.#column)
this.#lineStart=false}if(lineEnd<0)this.#column+=size
else{this.#column=size-lineEnd-1
this.#indicators=0
this.#lineStart=true}return Math.max(this.#flow,this.#indents.length,this.#flow===0?this.#indicators:0)}}function illegalCharacter(text){if(text.startsWith("�"))return{code:"catalog/character",message:"the file is not UTF-8 here",fix:"save it as UTF-8"}
const message=`a character that one cannot see, ${(0,show.yb)(text)}`
return{code:"catalog/character",message:message,why:"it can make a text read as another one",fix:"remove it"}}const maxAliased=2e4
function readYaml(file,text,problems){const lines=new dist.HN
addLines(lines,text)
const place=offset=>{const{line:line,col:col}=lines.linePos(offset)
return{file:file,line:Math.max(1,line),column:Math.max(1,col)}}
const stop=(fault,offset)=>{problems.add(fault,place(offset))
return undefined}
let document
try{document=compose(text)}catch(error){if(error instanceof Unfit)return stop(error.fault,error.offset)
throw error}for(const{code:code,message:message,pos:pos}of[...document.errors,...document.warnings]){problems.add(syntaxFault(code,message),place(Math.min(pos[0],text.length)))}if(document.errors.length>0)return undefined
if(document.contents===null||(0,dist.jn)(document.contents)&&document.contents.value===null)return stop({code:"catalog/empty",message:"the catalog is empty",fix:"start with `version: 1`"},0)
const reader=new Reader(problems,node=>place(node.range?.[0]??0))
const value=reader.read(document.contents)
return{value:value,locate:locator(document.contents,reader,place)}}function compose(text){const composer=new dist.Dk({schema:"core",version:"1.2",uniqueKeys:false})
const{stackTraceLimit:stackTraceLimit}=Error
Error.stackTraceLimit=0
let documents
try{documents=[...composer.compose(readTokens(text),true,text.length)]}finally{Error.stackTraceLimit=stackTraceLimit}const[document,second]=documents
if(document===undefined)throw new TypeError("the composer gave no document")
if(second!==undefined)document.errors.push(new dist.XT([second.range[0],second.range[0]],"MULTIPLE_DOCS","a second document"))
return document}class Reader{aliases=new Map
#anchors=new Map
#open=new Set
#problems
#place
#inAlias=0
#aliased=0
constructor(problems,place){this.#problems=problems
this.#place=place}read(node){if(node===null)return null
if((0,dist.Vj)(node))return this.#alias(node,node.source)
if(this.#inAlias>0)this.#aliased++
const anchor=node.anchor
if(anchor!==undefined&&this.#inAlias===0)this.#anchors.set(anchor,node)
if((0,dist.jn)(node))return this.#scalar(node)
this.#open.add(node)
const value=(0,dist.jh)(node)?this.#map(node):(0,dist.oP)(node)?this.#list(node.items):undefined
this.#open.delete(node)
return value}#scalar(node){const odd=typeof node.value==="string"&&node.type==="QUOTE_DOUBLE"?(0,show.tO)(node.value):undefined
if(odd!==undefined)this.#add(illegalCharacter(String(node.value).slice(odd)),node)
return plain(node.value,node.type==="PLAIN"?node.source:undefined)}#list(items){return items.map(item=>this.read((0,dist.tO)(item)?null:item))}#map(map){const result={}
const seen=new Map
for(const{key:key,value:value}of map.items){const name=keyText(key)
const node=key
if((0,dist.jn)(key))this.#scalar(key)
if(name===undefined){this.#add({code:"catalog/key",message:"a key must be a plain word",fix:"put the key in quotes"},node)
continue}const first=seen.get(name)
if(first!==undefined){const{line:line}=this.#place(first)
const why="the first one would be lost without a word"
const message=`duplicate key ${(0,show.WU)(name)}, first in line ${line}`
this.#add({code:"catalog/duplicate-key",message:message,why:why,fix:"remove or rename one"},node)
continue}seen.set(name,node)
if(name==="__proto__"){this.#add({code:"catalog/key",message:"__proto__ cannot be a key",fix:"choose another name"},node)
continue}result[name]=this.read(value)}return result}#alias(alias,name){const target=this.#anchors.get(name)
if(target===undefined){this.#add({code:"catalog/alias",message:`alias *${(0,show.WU)(name)} has no anchor before it`},alias)
return null}this.aliases.set(alias,target)
if(this.#open.has(target)){this.#add({code:"catalog/alias",message:`alias *${(0,show.WU)(name)} contains itself`},alias)
return null}if(this.#aliased>maxAliased)return null
this.#inAlias++
const value=this.read(target)
this.#inAlias--
if(this.#aliased>maxAliased&&this.#inAlias===0){const message="the aliases of this file stand for too much"
const fix="use `defaults` and `phases` in place of anchors"
this.#add({code:"catalog/alias",message:message,fix:fix},alias)}return value}#add(fault,node){if(this.#inAlias===0)this.#problems.add(fault,this.#place(node))}}function plain(value,source){if(typeof value==="bigint")return source??String(value)
if((typeof value==="number"||typeof value==="boolean")&&source!==undefined)return String(value)===source?value:source
return value}function keyText(key){if(!(0,dist.jn)(key))return undefined
if(typeof key.value==="string")return key.value
return key.value===null?undefined:key.source??String(key.value)}function locator(root,{aliases:aliases},place){const keys=new Map
const entries=map=>{const known=keys.get(map)
if(known!==undefined)return known
const index=new Map
for(const{key:key,value:value}of map.items){const name=keyText(key)
if(name!==undefined&&!index.has(name))index.set(name,{key:key,value:value})}keys.set(map,index)
return index}
return(path,what)=>{let node=root
let offset=start(root,0)
for(const[i,step]of path.entries()){if(node!==null&&(0,dist.Vj)(node))node=aliases.get(node)??null
let key
let value
if(node!==null&&(0,dist.jh)(node)){const entry=entries(node).get(String(step));[key,value]=[entry?.key,entry?.value]}else if(node!==null&&(0,dist.oP)(node)){value=node.items[Number(step)]}if(key===undefined&&value===undefined)break
const wantsKey=key!==undefined&&(what==="key"||value==null||!hasText(value))&&i===path.length-1
offset=wantsKey?start(key,offset):start(value,start(key,offset))
node=value??null}return place(offset)}}const start=(node,otherwise)=>node?.range?.[0]??otherwise
function hasText(node){return node.range===undefined||node.range===null||node.range[1]>node.range[0]}function addLines(lines,text){lines.addNewLine(0)
for(let at=text.indexOf("\n");at>=0;at=text.indexOf("\n",at+1))lines.addNewLine(at+1)}function syntaxFault(code,message){const first=message.split("\n",1)[0]??message
const known={TAB_AS_INDENT:["a tab at the start of a line","indent with spaces"],MULTIPLE_DOCS:["a second document begins here","keep one catalog in a file, without `---` lines between"],TAG_RESOLVE_FAILED:[`a tag that means nothing here: ${(0,show.WU)(first)}`,"remove the tag"]}
const[what,fix]=known[code]??[`not YAML: ${(0,show.WU)(first)}`,undefined]
return{code:"catalog/syntax",message:what,...fix&&{fix:fix}}}function loadCatalog({file:file,text:text,root:root,host:host,registry:registry}){const problems=new Problems
const pushTo=registry===undefined?undefined:parseRegistry(registry)
if(pushTo?.ok===false)problems.add({...pushTo.fault,message:`option registry: ${pushTo.fault.message}`},undefined)
const yaml=readYaml(file,text,problems)
const raw=yaml===undefined?undefined:validate(yaml,problems)
if(yaml===undefined||raw===undefined)return problems.fail()
const written=asWritten(yaml)
checkRelations(raw,written,problems)
const around={host:host,...pushTo?.ok===true&&{registry:pushTo.value}}
const parts=resolve(raw,around,written,problems)
if(!problems.empty)problems.fail()
return{version:1,file:file,root:root,...parts}}function asWritten({value:value,locate:locate}){const at=path=>{let found=value
for(const step of path)found=typeof found==="object"&&found!==null?found[step]:undefined
return found}
const names=key=>new Set(Object.keys(at([key])??{}))
const known={services:names("services"),externals:names("externals"),phases:names("phases")}
return{locate:locate,names:key=>known[key],list:path=>{const list=at(path)
return Array.isArray(list)?list:[]}}}function resolveBelow(top,name){if(name.includes("\0"))return"missing"
try{const real=external_node_fs_.realpathSync.native(external_node_path_.join(top,name))
return real===top||real.startsWith(top.endsWith(external_node_path_.sep)?top:top+external_node_path_.sep)?real:"outside"}catch{return"missing"}}function filesBelow(root){const top=external_node_fs_.realpathSync.native(root)
const resolve=name=>resolveBelow(top,name)
const look=name=>{const real=resolve(name)
if(real==="missing"||real==="outside")return real
const stats=(0,external_node_fs_.statSync)(real,{throwIfNoEntry:false})
if(stats===undefined)return"missing"
return stats.isFile()?"file":stats.isDirectory()?"folder":"other"}
return{look:look,list:name=>{const real=resolve(name)
if(real==="missing"||real==="outside")return[]
try{return(0,external_node_fs_.readdirSync)(real).sort()}catch{return[]}}}}const longestText=1<<20
function peekBelow(root){const top=external_node_fs_.realpathSync.native(root)
const texts=new Map
const read=name=>{const real=resolveBelow(top,name)
if(real==="missing"||real==="outside")return undefined
try{const stats=(0,external_node_fs_.statSync)(real)
return stats.isFile()&&stats.size<=longestText?(0,external_node_fs_.readFileSync)(real,"utf8"):undefined}catch{return undefined}}
return{size:name=>{const stats=(0,external_node_fs_.lstatSync)(external_node_path_.join(top,name),{throwIfNoEntry:false})
return stats?.isFile()?stats.size:undefined},text:name=>{if(!texts.has(name))texts.set(name,read(name))
return texts.get(name)}}}function readTextBelow(root){return async name=>{try{return await(0,promises_.readFile)(external_node_path_.join(root,name),"utf8")}catch(cause){const{code:code,message:message}=cause
if(code==="ENOENT"||code==="ENOTDIR"||code==="EISDIR")return undefined
const problem={code:"dockerfile/unreadable",message:`${name} cannot be read`,why:message,at:{file:name}}
throw new errors.yo(problem,{cause:cause})}}}function gitIn(cwd,exec){return async(args,input)=>{try{const argv=["git","-c","safe.directory=*","-c","core.quotePath=false",...args]
const{exitCode:exitCode,stdout:stdout}=await exec(argv,{cwd:cwd,...input!==undefined&&{input:input},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return exitCode===0?stdout:undefined}catch{return undefined}}}async function withOwnFolder(reading,root,git){if(!(0,external_node_fs_.existsSync)(external_node_path_.join(root,".git")))return reading
const[tree,head]=await Promise.all([reading,git(["rev-parse","--verify","--quiet","HEAD"])])
const oid=head?.trim()??"no commit"
const own=[{path:".git",kind:"dir",executable:false},{path:".git/HEAD",kind:"file",executable:false,oid:oid}]
const after=tree.entries.findIndex(entry=>entry.path>".git")
const place=after<0?tree.entries.length:after
return{...tree,entries:tree.entries.toSpliced(place,0,...own)}}const epoch="1970-01-01T00:00:00Z"
async function readSource(git,hints={},modified=listModified(git)){const[head,dirty,branch,remote,originHead]=await Promise.all([git(["rev-parse","--verify","HEAD^{commit}"]),isDirty(git,modified),git(["symbolic-ref","--short","-q","HEAD"]),git(["config","--get","remote.origin.url"]),git(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])])
const here=head?.trim()
const revision=await named(git,hints.revision)??(here!==undefined&&here===hints.mergeOf?.merge?hints.mergeOf.head:here)
const date=revision===undefined?undefined:await git(["show","-s","--format=%ct","--end-of-options",`${revision}^{commit}`])??await git(["show","-s","--format=%ct","HEAD"])
const defaultBranch=hints.defaultBranch??originHead?.trim().replace(/^origin\//,"")
const url=hints.url??webUrl(remote?.trim())
return{revision:revision??noGitRevision,committedAt:date===undefined?epoch:new Date(Number(date.trim())*1e3).toISOString().replace(".000Z","Z"),dirty:dirty,event:hints.event??{kind:"manual",...branch?.trim()&&{branch:branch.trim()}},...defaultBranch&&{defaultBranch:defaultBranch},...url&&{url:url},...hints.title&&{title:hints.title},...hints.description&&{description:hints.description},...hints.licenses&&{licenses:hints.licenses}}}async function isDirty(git,modified){const staged=git(["diff-index","--cached","--name-only","HEAD","--","."])
if((await staged??"")!=="")return true
if((await modified??"")==="")return false
return(await git(["status","--porcelain","--untracked-files=no","--","."])??"").trim()!==""}async function named(git,revision){if(revision===undefined||/^[0-9a-f]{40,64}$/.test(revision))return revision
const found=await git(["rev-parse","--verify","--quiet","--end-of-options",`${revision}^{commit}`])
return found?.trim()||revision}function webUrl(remote){if(!remote)return undefined
const ssh=/^(?:ssh:\/\/)?(?:[^@/]+@)?(?<host>[\w.-]+\.[a-z]+)(?::\d+)?[:/](?<path>[\w./~-]+?)(?:\.git)?\/?$/.exec(remote)
const https=/^https?:\/\/(?:[^@/]+@)?(?<host>[^/]+)\/(?<path>[^?#]+?)(?:\.git)?\/?$/.exec(remote)
const parts=https?.groups??ssh?.groups
return parts&&`https://${parts.host}/${parts.path}`}async function converted(root,git,files,attributesInTree){const settings=await readSettings(git)
if(!/^(?:false|no|off|0|)$/i.test(settings.get("core.autocrlf")??""))return files()
if(!attributesInTree&&!await attributesElsewhere(root,git,settings.get("core.attributesfile")))return[]
const names=["text","eol","crlf","filter","ident","working-tree-encoding"]
const answer=await git(["check-attr","-z","--stdin",...names],files().map(name=>`${name}\0`).join(""))
if(answer===undefined)return files()
const fields=answer.split("\0")
const found=new Set
for(let i=0;i+2<fields.length;i+=3){const[name,value]=[fields[i]??"",fields[i+2]??""]
if(value!=="unspecified"&&value!=="unset")found.add(name)}return[...found]}async function readSettings(git){const text=await git(["config","-z","--type=path","--get-regexp","^core\\.(autocrlf|attributesfile)$"])
return new Map((text??"").split("\0").flatMap(record=>{const[name="",value="true"]=record.split("\n",2)
return name===""?[]:[[name,value]]}))}async function attributesElsewhere(root,git,configured){const told=await git(["rev-parse","--git-path","info/attributes","--show-cdup"])
const[local="",up=""]=told?.split("\n")??[]
const above=up.split("/").filter(Boolean).map((_,i,all)=>external_node_path_.join(root,...all.slice(i),".gitattributes"))
const settings=process.env.XDG_CONFIG_HOME||external_node_path_.join((0,external_node_os_.homedir)(),".config")
const own=configured||external_node_path_.join(settings,"git/attributes")
const files=[external_node_path_.resolve(root,local),own,"/etc/gitattributes",...above]
return(await Promise.all(files.map(exists))).includes(true)}const exists=file=>(0,promises_.lstat)(file).then(stats=>stats.isFile(),()=>false)
const tree_openFiles=64
const wholeAtOnce=4<<20
async function readTree(root,git,modified=listModified(git)){const[format,found]=await Promise.all([git(["rev-parse","--show-object-format"]),fromGit(root,git,modified)])
const algorithm=format?.trim()==="sha256"?"sha256":"sha1"
const entries=withFolders(found??{clean:[],looked:await walk(root,"")})
const known=new Map
const limit=(0,p_limit.A)(tree_openFiles)
return{entries:entries,hash:entry=>{if(entry.oid!==undefined)return entry.oid
const found=known.get(entry.path)??limit(()=>hashEntry(external_node_path_.join(root,entry.path),entry,algorithm))
known.set(entry.path,found)
return found}}}async function fromGit(root,git,suspects){const[index,modified,untracked]=await Promise.all([git(["ls-files","--stage","-v","-z"]),suspects,git(["ls-files","--others","--directory","-z"])])
if(index===undefined||modified===undefined||untracked===undefined)return undefined
const tracked=parseIndex(index)
const lookAgain=new Set(modified.split("\0").filter(Boolean))
const others=untracked.split("\0").filter(Boolean)
const isAttributes=name=>name.endsWith(".gitattributes")&&/(?:^|\/)\.gitattributes$/.test(name)
const hasAttributes=tracked.clean.some(({path:name})=>isAttributes(name))||[...others,...tracked.unsure].some(isAttributes)
const files=()=>tracked.clean.map(({path:name})=>name)
for(const name of await converted(root,git,files,hasAttributes))lookAgain.add(name)
const clean=lookAgain.size===0?tracked.clean:tracked.clean.filter(({path:name})=>!lookAgain.has(name))
const onDisk=new Set([...others,...tracked.unsure,...lookAgain])
const found=await Promise.all([...onDisk].map(name=>look(root,name.replace(/\/$/,""))))
return{clean:clean,looked:found.flat()}}function withFolders({clean:clean,looked:looked}){const seen=new Map(looked.map(entry=>[entry.path,entry]))
const folders=new Map([["",true]])
const implied=[]
const isFolder=path=>{const known=folders.get(path)
if(known!==undefined)return known
const entry=seen.get(path)
const is=(entry===undefined||entry.kind==="dir")&&isFolder(parentOf(path))
if(is&&entry===undefined)implied.push({path:path,kind:"dir",executable:false})
folders.set(path,is)
return is}
let[parent,isThere]=["",true]
const really=({path:path})=>{const above=parentOf(path)
if(above!==parent)[parent,isThere]=[above,isFolder(above)]
return isThere}
const entries=clean.filter(really).concat([...seen.values()].filter(really),implied)
return entries.sort((a,b)=>a.path<b.path?-1:a.path>b.path?1:0)}const parentOf=path=>path.slice(0,Math.max(0,path.lastIndexOf("/")))
function parseIndex(text){const clean=[]
const unsure=[]
for(let at=0,end=text.indexOf("\0");end>=0;at=end+1,end=text.indexOf("\0",at)){const tab=text.indexOf("\t",at)
const name=text.slice(tab+1,end)
if(text.startsWith("H 100",at)&&text.startsWith(" 0",tab-2))clean.push({path:name,kind:"file",executable:text[at+5]==="7",oid:text.slice(at+9,tab-2)})
else unsure.push(name)}return{clean:clean,unsure:unsure}}async function look(root,name){try{const stats=await(0,promises_.lstat)(external_node_path_.join(root,name))
const entry=await toEntry(root,name,stats)
return entry.kind==="dir"?await walk(root,name,entry):[entry]}catch(error){const{code:code,message:message}=error
if(code==="ENOENT"||code==="ENOTDIR")return[]
return[{path:name,kind:"other",executable:false,unreadable:message}]}}async function walk(root,folder,entry){const names=await(0,promises_.readdir)(external_node_path_.join(root,folder))
const found=await Promise.all(names.filter(name=>name!==".git").map(name=>look(root,folder===""?name:`${folder}/${name}`)))
return(entry===undefined?[]:[entry]).concat(found.flat())}async function toEntry(root,name,stats){if(stats.isSymbolicLink())return{path:name,kind:"symlink",executable:false,target:await(0,promises_.readlink)(external_node_path_.join(root,name))}
const kind=stats.isFile()?"file":stats.isDirectory()?"dir":"other"
return{path:name,kind:kind,executable:kind==="file"&&(stats.mode&64)!==0}}async function hashEntry(file,entry,algorithm){if(entry.kind==="symlink")return blobId(algorithm,Buffer.from(entry.target??""))
const handle=await(0,promises_.open)(file)
try{const{size:size}=await handle.stat()
if(size<=wholeAtOnce)return blobId(algorithm,await handle.readFile())
const hash=(0,external_node_crypto_.createHash)(algorithm).update(`blob ${size}\0`)
for await(const chunk of handle.createReadStream({autoClose:false}))hash.update(chunk)
return hash.digest("hex")}finally{await handle.close()}}const blobId=(algorithm,bytes)=>(0,external_node_crypto_.createHash)(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest("hex")
async function githubHints(env){if(env.GITHUB_ACTIONS!=="true"||!env.GITHUB_EVENT_NAME)return undefined
const file=env.GITHUB_EVENT_PATH
const text=file?await(0,promises_.readFile)(file,"utf8").catch(()=>"{}"):"{}"
try{return readHints(env,toObject(JSON.parse(text)))}catch(cause){if(!(cause instanceof SyntaxError))throw cause
throw new errors.yo({code:"environment/event",message:`the event file that GITHUB_EVENT_PATH names is no JSON: ${file}`,why:cause.message,fix:"say what happened with `event` and `revision`, outside of GitHub's own runner without GITHUB_ACTIONS"},{cause:cause})}}function readHints(env,payload){const repository=toObject(payload.repository)
const revision=revisionOf(env,payload)
const defaultBranch=event_text(repository.default_branch)
const server=env.GITHUB_SERVER_URL??"https://github.com"
const url=event_text(repository.html_url)??(env.GITHUB_REPOSITORY&&`${server}/${env.GITHUB_REPOSITORY}`)
const title=event_text(repository.name)
const description=event_text(repository.description)
const licenses=event_text(toObject(repository.license).spdx_id)
return{event:eventOf(env,payload),...revision&&{revision:revision},...mergeOf(payload),...defaultBranch&&{defaultBranch:defaultBranch},...url&&{url:url},...title&&{title:title},...description&&{description:description},...licenses&&{licenses:licenses}}}function revisionOf(env,payload){if(env.GITHUB_EVENT_NAME==="pull_request_target")return undefined
const head=toObject(toObject(payload.pull_request).head)
const queued=toObject(payload.merge_group)
const pushed=env.GITHUB_EVENT_NAME==="push"?toObject(payload.head_commit):{}
return event_text(head.sha)??event_text(queued.head_sha)??event_text(pushed.id)??env.GITHUB_SHA}function mergeOf(payload){const pull=toObject(payload.pull_request)
const[merge,head]=[event_text(pull.merge_commit_sha),event_text(toObject(pull.head).sha)]
return merge!==undefined&&head!==undefined?{mergeOf:{merge:merge,head:head}}:{}}function eventOf(env,payload){const ref=env.GITHUB_REF??""
const branch=ref.startsWith("refs/heads/")?ref.slice("refs/heads/".length):undefined
switch(env.GITHUB_EVENT_NAME){case"pull_request":case"pull_request_target":{const pull=toObject(payload.pull_request)
const head=toObject(pull.head)
const base=toObject(pull.base)
return{kind:"pull_request",number:typeof pull.number==="number"?pull.number:Number(/^refs\/pull\/(\d+)\//.exec(ref)?.[1]??0),head:event_text(head.ref)??"",base:event_text(base.ref)??"",fork:event_text(toObject(head.repo).full_name)!==event_text(toObject(base.repo).full_name)||head.repo==null}}case"merge_group":return{kind:"merge_group",base:(event_text(toObject(payload.merge_group).base_ref)??"").replace("refs/heads/","")}
case"schedule":return{kind:"schedule",branch:branch??event_text(toObject(payload.repository).default_branch)??""}
default:if(ref.startsWith("refs/tags/")){const base=event_text(payload.base_ref)?.replace("refs/heads/","")
return{kind:"tag",tag:ref.slice("refs/tags/".length),...base!==undefined&&{base:base}}}if(env.GITHUB_EVENT_NAME==="push"&&branch!==undefined)return{kind:"push",branch:branch}
return{kind:"manual",...branch!==undefined&&{branch:branch}}}}const toObject=value=>typeof value==="object"&&value!==null?value:{}
const event_text=value=>typeof value==="string"&&value!==""?value:undefined
var external_node_stream_=__webpack_require__(7075)
const mediaTypes={index:"application/vnd.oci.image.index.v1+json",manifest:"application/vnd.oci.image.manifest.v1+json",dockerList:"application/vnd.docker.distribution.manifest.list.v2+json",dockerManifest:"application/vnd.docker.distribution.manifest.v2+json",empty:"application/vnd.oci.empty.v1+json"}
const acceptedManifests=[mediaTypes.index,mediaTypes.manifest,mediaTypes.dockerList,mediaTypes.dockerManifest].join(", ")
function sha256(bytes){return`sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`}function digestLike(other,bytes){if(!other?.startsWith("sha512:"))return sha256(bytes)
return`sha512:${(0,external_node_crypto_.createHash)("sha512").update(bytes).digest("hex")}`}function readManifest(json){const object=readObject(json)
const annotations=readStrings(object?.annotations)
if(object!==undefined&&Array.isArray(object.manifests))return{kind:"index",manifests:object.manifests.map(readDescriptor),annotations:annotations}
if(object!==undefined&&Array.isArray(object.layers)){const artifactType=readString(object.artifactType)
const config=readDescriptor(object.config)
const layers=object.layers.map(readDescriptor)
return{kind:"image",config:config,layers:layers,annotations:annotations,...artifactType!==undefined&&{artifactType:artifactType}}}throw new Error("neither an image manifest nor an index of them")}function isAttestation({annotations:annotations,platform:platform}){return annotations?.["vnd.docker.reference.type"]==="attestation-manifest"||platform?.os==="unknown"}function readDescriptor(json){const object=readObject(json)
const mediaType=readString(object?.mediaType)
const digest=readString(object?.digest)
const size=object?.size
if(mediaType===undefined||digest===undefined||typeof size!=="number")throw new Error("a descriptor lacks its media type, digest or size")
const platform=readObject(object?.platform)
const os=readString(platform?.os)
const architecture=readString(platform?.architecture)
const variant=readString(platform?.variant)
const artifactType=readString(object?.artifactType)
return{mediaType:mediaType,digest:digest,size:size,...os!==undefined&&architecture!==undefined&&{platform:{os:os,architecture:architecture,...variant!==undefined&&{variant:variant}}},...artifactType!==undefined&&{artifactType:artifactType},...object?.annotations!==undefined&&{annotations:readStrings(object.annotations)}}}function readObject(json){return typeof json==="object"&&json!==null&&!Array.isArray(json)?json:undefined}function readString(json){return typeof json==="string"&&json!==""?json:undefined}function readStrings(json){const entries=Object.entries(readObject(json)??{})
return Object.fromEntries(entries.filter(entry=>typeof entry[1]==="string"))}function readList(json){return Array.isArray(json)&&json.length>0?json.filter(one=>typeof one==="string"):undefined}class RegistryError extends errors.yo{code
status
registryCode
constructor(problem,answer={},options){super(problem,options)
this.code=problem.code
this.status=answer.status
this.registryCode=answer.registryCode}}function unreachable({host:host,call:call},cause,tries){const code=cause?.code
const said=cause instanceof Error&&cause.message!==""?cause.message:String(code??cause)
return new RegistryError({code:"registry/unreachable",message:`cannot reach the registry ${host}: ${call}`,why:`${said}${tries>1?` (${tries} tries)`:""}`,fix:`check that ${host} is right and that this machine can reach it`},{},{cause:cause})}function denied({host:host,call:call},status,said,known){const login=`docker login${host==="docker.io"?"":` ${host}`}`
const fix=host==="ghcr.io"?`log in (${login}); in GitHub Actions use docker/login-action and give the job "permissions: packages: write"`:`log in (${login}) with an account that may do this`
return new RegistryError({code:"registry/denied",message:`${host} refuses: ${call}`,why:`${status}${said} (${known?"with the credentials of Docker's config":"without credentials"})`,fix:known?`${fix}, and check that the repository's name is right`:fix},{status:status})}function unavailable({host:host,call:call},answer,tries){const limited=answer.status===429||answer.status===403
return new RegistryError({code:limited?"registry/rate-limited":"registry/unavailable",message:`${host} ${limited?"limits the rate":"is failing"}: ${call}`,why:`${answer.status}${answer.said}, ${tries===1?"one try":`${tries} tries`}`,fix:limited?`log in (docker login ${host}), use a mirror, or try again later`:"try again later"},answer)}function refused({host:host,call:call},answer){return new RegistryError({code:"registry/refused",message:`${host} does not accept: ${call}`,why:`${answer.status}${answer.said}`},answer)}function mismatch({host:host,call:call},why){return new RegistryError({code:"registry/mismatch",message:`${host} is wrong: ${call}`,why:why})}function notFound({host:host,call:call},fix){return new RegistryError({code:"registry/not-found",message:`not there: ${call} at ${host}`,fix:fix},{status:404})}function readAnswer(status,body){let first
try{const{errors:errors}=readObject(JSON.parse((new TextDecoder).decode(body.subarray(0,16384))))??{}
first=Array.isArray(errors)?readObject(errors[0]):undefined}catch{}const registryCode=readString(first?.code)
const said=[registryCode,readString(first?.message)].filter(Boolean).join(": ")
const harmless=said.replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,300)
return{status:status,said:harmless===""?"":` ${harmless}`,...registryCode!==undefined&&{registryCode:registryCode}}}const defaultRetry={tries:6,baseMs:1e3,capMs:6e4,retryAfterCapMs:12e4}
const retry_passing=new Set([408,429,499,500,502,503,504,522])
function mayPass(status){return retry_passing.has(status)}function connectionMayRecover(error){const code=error?.code
return typeof code==="string"&&["ECONNRESET","ECONNABORTED","EPIPE","ETIMEDOUT","EAI_AGAIN"].includes(code)}function retryDelay(policy,tried,random,retryAfterMs){if(retryAfterMs!==undefined)return Math.min(retryAfterMs,policy.retryAfterCapMs)
return random*Math.min(policy.capMs,policy.baseMs*2**(tried-1))}function readRetryAfter(retryAfter,serverDate){if(retryAfter===undefined)return undefined
const text=retryAfter.trim()
if(/^\d+$/.test(text))return Number(text)*1e3
const until=Date.parse(text)
const now=Date.parse(serverDate??"")
return Number.isNaN(until)||Number.isNaN(now)?undefined:Math.max(0,until-now)}function sleep(ms,signal){return new Promise((resolve,reject)=>{if(signal.aborted)return reject(signal.reason)
const stop=()=>{clearTimeout(timer)
reject(signal.reason)}
const timer=setTimeout(()=>{signal.removeEventListener("abort",stop)
resolve()},ms)
signal.addEventListener("abort",stop,{once:true})})}function gate(limit){const waiting=[]
let running=0
return async work=>{if(running>=limit)await new Promise(go=>waiting.push(go))
else running++
try{return await work()}finally{const next=waiting.shift()
if(next)next()
else running--}}}const streamMs=36e5
const uploadTries=4
async function getBlob(client,at,digest,maxBytes){const scope={host:at.host,repository:at.repository,push:false}
const name={host:at.host,call:`GET blobs/${digest} of ${at.repository}`}
const{status:status,body:body}=await client({scope:scope,method:"GET",path:`blobs/${digest}`,maxBytes:maxBytes})
if(status===404)throw notFound(name,"build and push the image again")
const found=digestLike(digest,body)
if(found!==digest)throw mismatch(name,`what it sends is ${found}`)
return body}async function putBlob(client,at,body){const digest=sha256(body)
await untilThere(client,at,digest,async()=>finish(client,at,await begin(client,at),digest,{body:body}))
return{mediaType:"application/octet-stream",digest:digest,size:body.length}}async function copyBlob(client,from,to,{digest:digest,size:size}){let how="present"
await untilThere(client,to,digest,async()=>{const begun=from.host===to.host?await mount(client,from,to,digest):await begin(client,to)
how=begun==="mounted"?begun:"streamed"
if(begun==="mounted")return
const open=()=>download(client,from,digest)
await finish(client,to,begun,digest,{body:{length:size,open:open},once:true,deadlineMs:streamMs})})
return how}async function untilThere(client,at,digest,upload){const{host:host,repository:repository}=at
const isThere=async()=>{const scope={host:host,repository:repository,push:true}
return(await client({scope:scope,method:"HEAD",path:`blobs/${digest}`})).status!==404}
for(let tried=1;;tried++){if(await isThere())return
try{return await upload()}catch(error){if(!mayBeginAnew(error)||tried>=uploadTries)throw error}}}function mayBeginAnew(error){if(!(error instanceof RegistryError))return false
const{code:code,status:status,registryCode:registryCode=""}=error
if(code==="registry/unreachable"||code==="registry/unavailable"||code==="registry/rate-limited")return true
return status===404||status===416||/^(?:DIGEST_INVALID|BLOB_UPLOAD_|SIZE_INVALID|BLOB_UNKNOWN)/.test(registryCode)}async function begin(client,{host:host,repository:repository}){const scope={host:host,repository:repository,push:true}
const begun=await client({scope:scope,method:"POST",path:"blobs/uploads/"})
return blobs_placeOf(begun,{host:host,call:`POST blobs/uploads/ of ${repository}`})}async function mount(client,from,to,digest){const{host:host,repository:repository}=to
const scope={host:host,repository:repository,push:true,from:from.repository}
const path=`blobs/uploads/?mount=${encodeURIComponent(digest)}&from=${encodeURIComponent(from.repository)}`
const begun=await client({scope:scope,method:"POST",path:path}).catch(error=>{if(error instanceof RegistryError&&(error.code==="registry/refused"||error.code==="registry/denied"))return undefined
throw error})
if(begun===undefined||begun.status===404)return begin(client,to)
return begun.status===201?"mounted":blobs_placeOf(begun,{host:host,call:`POST blobs/uploads/ of ${repository}`})}function blobs_placeOf({status:status,headers:headers,body:body},name){if(status===404)throw refused(name,readAnswer(404,body))
if(headers.location===undefined)throw mismatch(name,"it names no place to upload to")
return headers.location}async function finish(client,{host:host,repository:repository},location,digest,send){const scope={host:host,repository:repository,push:true}
const path=`${location}${location.includes("?")?"&":"?"}digest=${encodeURIComponent(digest)}`
const done=await client({scope:scope,method:"PUT",path:path,contentType:"application/octet-stream",...send})
if(done.status===404)throw refused({host:host,call:`PUT upload of ${repository}`},readAnswer(404,done.body))}const readTries=4
async function readBlob(client,at,{digest:digest,size:size},open){const name={host:at.host,call:`GET blobs/${digest} of ${at.repository}`}
for(let tried=1;;tried++){const stream=await download(client,at,digest)
const reader=open()
let read=0
try{for await(const chunk of stream){read+=chunk.length
if(read>size)throw mismatch(name,`it sends more than the ${size} bytes that the manifest tells of`)
const busy=reader.take(chunk)
if(busy!==undefined)await busy}return await reader.end()}catch(error){reader.drop()
if(!connectionMayRecover(error))throw error
if(tried>=readTries)throw unreachable(name,error,tried)}finally{stream.destroy()}}}async function download(client,{host:host,repository:repository},digest){const name={host:host,call:`GET blobs/${digest} of ${repository}`}
const scope={host:host,repository:repository,push:false}
const path=`blobs/${digest}`
const{status:status,stream:stream}=await client({scope:scope,method:"GET",path:path,stream:true,deadlineMs:streamMs})
if(status===404||stream===undefined)throw notFound(name,"build and push the image again")
const algorithm=digest.startsWith("sha512:")?"sha512":"sha256"
const hash=(0,external_node_crypto_.createHash)(algorithm)
const checked=new external_node_stream_.Transform({transform(chunk,_,next){hash.update(chunk)
next(undefined,chunk)},flush(next){const found=`${algorithm}:${hash.digest("hex")}`
next(found===digest?undefined:mismatch(name,`what it sends is ${found}`))}})
stream.on("error",error=>checked.destroy(error))
checked.on("close",()=>stream.destroy())
return stream.pipe(checked)}function readChallenge(header){const text=header??""
const bearer=/(?:^|,\s*|\s)Bearer\s+(.*)$/i.exec(text)?.[1]
if(bearer!==undefined){const values=new Map
for(const[,name,quoted,plain]of bearer.matchAll(/([a-zA-Z_]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",]+))/g)){const key=name?.toLowerCase()??""
if(!values.has(key))values.set(key,quoted?.replace(/\\(.)/g,"$1")??plain??"")}const realm=values.get("realm")??""
const service=values.get("service")
const scope=values.get("scope")
if(URL.canParse(realm))return{kind:"bearer",realm:new URL(realm),...service?{service:service}:{},...scope?{scope:scope}:{}}}return/(?:^|,\s*)Basic(?:\s|$|,)/i.test(text)?{kind:"basic"}:undefined}var http=__webpack_require__(9747)
function openClient(options){const written=new Set
return async call=>{const{scope:scope}=call
const name={host:scope.host,call:callName(call)}
const deadline=performance.now()+(call.deadlineMs??options.deadlineMs)
const base=baseUrl(scope.host,options.insecure)
const mayVisit=url=>url.protocol==="https:"||base.protocol==="http:"&&((0,http.U)(url.hostname)||options.insecure.has(url.host))
const place=`${scope.host} ${scope.repository}`
const writes=call.method==="PUT"||call.method==="POST"
const send=request=>sendWithRetries(options,name,deadline,{...request,limit403:writes&&written.has(place)})
const ask=(realm,headers,form)=>{if(!mayVisit(realm))throw mismatch(name,`it sends logins to ${realm.origin}, which is not https`)
const body=form===undefined?{}:{body:(new TextEncoder).encode(form)}
return send({method:form===undefined?"GET":"POST",url:realm,headers:headers,...body,maxBytes:1<<20})}
const visit=authorization=>follow(send,call,base,authorization,mayVisit,name)
const known=options.logins.challengeOf(scope.host)
let login=known&&await options.logins.get(scope,known,ask)
let answer=await visit(login?.header)
for(let again=0;answer.status===401&&again<2;again++){const challenge=readChallenge(answer.headers["www-authenticate"])
if(challenge===undefined)break
const before=login?.header
options.logins.learn(scope.host,challenge)
if(before!==undefined)await options.logins.forget(scope,before)
login=await options.logins.get(scope,challenge,ask)
if(login.header===undefined||login.header===before)break
answer=await visit(login.header)}const{status:status}=answer
if(writes&&status>=200&&status<300)written.add(place)
if(status>=200&&status<300||status===404)return answer
const said=readAnswer(status,answer.body)
if(status===401||status===403)throw denied(name,status,said.said,login?.known??false)
throw refused(name,said)}}async function follow(send,call,base,authorization,mayVisit,name){let from=new URL(`/v2/${call.scope.repository}/`,base)
let path=call.path
for(let hop=0;hop<=5;hop++){const url=URL.canParse(path,from)?new URL(path,from):undefined
if(url===undefined||!mayVisit(url))throw mismatch(name,`it redirects to ${url?.origin??"no address"}`)
const headers={"user-agent":"lucid-build-action",...call.accept&&{accept:call.accept},...call.contentType&&{"content-type":call.contentType},...authorization&&url.origin===base.origin&&{authorization:authorization}}
const body=call.body&&{body:call.body}
const{method:method,stream:stream,once:once,maxBytes:maxBytes=4<<20}=call
const answer=await send({method:method,url:url,headers:headers,...body,maxBytes:maxBytes,...stream&&{stream:stream},...once&&{once:once}})
const location=answer.headers.location
if(answer.status<300||answer.status>=400||location===undefined)return answer;[from,path]=[url,location]}throw mismatch(name,"it redirects in a circle")}async function sendWithRetries(options,name,deadline,request){const{http:http,retry:retry,signal:signal,gate:gate,pace:pace,idleMs:idleMs,random:random}=options
const tries=request.once?1:retry.tries
const streams=request.stream||request.body!==undefined&&!(request.body instanceof Uint8Array)
const line=work=>streams?work():gate(work)
const send=()=>line(()=>http({...request,signal:signal,idleMs:idleMs,totalMs:deadline-performance.now()}))
const write=request.method==="PUT"||request.method==="POST"
for(let tried=1;;tried++){await pace.turn(name.host,deadline,random(),signal)
signal.throwIfAborted()
let retryAfter
let failed
try{const answer=await(write?pace.write(name.host,send):send())
const limited=answer.status===429||isLimit(answer)||request.limit403&&answer.status===403&&tried<3
if(!mayPass(answer.status)&&!limited)return answer
retryAfter=readRetryAfter(answer.headers["retry-after"],answer.headers.date)
failed=unavailable(name,readAnswer(answer.status,answer.body),tried)
if(limited)pace.hold(name.host,retryDelay(retry,tried,random(),retryAfter))}catch(error){signal.throwIfAborted()
if(error instanceof RegistryError)throw error
if(error.code==="TOO_LARGE")throw mismatch(name,error.message)
failed=unreachable(name,error,tried)
if(error.code==="DEADLINE"||!connectionMayRecover(error))throw failed}const wait=retryDelay(retry,tried,random(),retryAfter)
if(tried>=tries||performance.now()+wait>=deadline)throw failed
await sleep(wait,signal)}}function isLimit({status:status,headers:headers,body:body}){if(status!==403)return false
const said=()=>(new TextDecoder).decode(body.subarray(0,16384))
return headers["retry-after"]!==undefined||/rate.?limit|too many requests|toomanyrequests/i.test(said())}function callName({method:method,path:path,scope:scope}){return`${method} ${/^(?:\/|https?:)/.test(path)?"upload":path.split("?")[0]} of ${scope.repository}`}function baseUrl(host,insecure){const name=host==="docker.io"?"registry-1.docker.io":host
const https=new URL(`https://${name}`)
return(0,http.U)(https.hostname)||insecure.has(host)?new URL(`http://${name}`):https}const anonymous=async()=>undefined
function dockerCredentials(options){const folder=options.env.DOCKER_CONFIG||external_node_path_.join(options.env.HOME||(0,external_node_os_.homedir)(),".docker")
let config
return async host=>{config??=readConfig(external_node_path_.join(folder,"config.json"))
const file=await config
const helpers=readObject(file.credHelpers)
const helper=readString(helpers?.[serverName(host)])??readString(helpers?.[host])??readString(file.credsStore)
const stored=fromAuths(readObject(file.auths),host)
if(helper===undefined)return stored
return await askHelper(options,helper,host)??stored}}async function readConfig(file){const fix="mend the file, or remove it and run docker login again"
let text
try{text=await(0,promises_.readFile)(file,"utf8")}catch(cause){if(cause.code==="ENOENT")return{}
const why=cause.message
throw new errors.yo({code:"registry/docker-config",message:"cannot read Docker's config",why:why,at:{file:file}})}try{const config=readObject(JSON.parse(text))
if(config)return config}catch{}const message="Docker's config is not a JSON object"
throw new errors.yo({code:"registry/docker-config",message:message,fix:fix,at:{file:file}})}const hubKey="https://index.docker.io/v1/"
function serverName(host){return host==="docker.io"?hubKey:host}function fromAuths(auths,host){const bare=key=>key.replace(/^https?:\/\//,"").split("/")[0]
const hub=["index.docker.io","docker.io","registry-1.docker.io"]
const key=Object.keys(auths??{}).find(one=>one===serverName(host))??Object.keys(auths??{}).find(one=>host==="docker.io"?hub.includes(bare(one)??""):bare(one)===host)
const entry=key===undefined?undefined:readObject(auths?.[key])
const token=readString(entry?.identitytoken)
if(token!==undefined)return{kind:"identity",token:token}
const pair=Buffer.from(readString(entry?.auth)??"","base64").toString()
const colon=pair.indexOf(":")
const username=colon>0?pair.slice(0,colon):readString(entry?.username)
const password=colon>0?pair.slice(colon+1).replace(/\0+$/,""):readString(entry?.password)
return username&&password?{kind:"password",username:username,password:password}:undefined}async function askHelper({exec:exec,signal:signal,helperMs:helperMs=6e4},name,host){const program=`docker-credential-${name}`
const broken=(why,cause)=>new errors.yo({code:"registry/credential-helper",message:`Docker's credential helper does not answer for ${host}`,why:why,fix:`install ${program}, or take it out of Docker's config.json`},{cause:cause})
if(!/^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(name))throw broken(`${JSON.stringify(name)} is no name of a helper`)
const late=AbortSignal.timeout(helperMs)
const until=signal===undefined?late:AbortSignal.any([signal,late])
const asked={input:serverName(host),signal:until,graceMs:1e3}
const{exitCode:exitCode,stdout:stdout}=await exec([program,"get"],asked).catch(cause=>{throw broken(`${program} cannot be run`,cause)})
signal?.throwIfAborted()
if(late.aborted)throw broken(`${program} said nothing for ${helperMs/1e3} s`)
if(exitCode!==0){if(/credentials not found|not found in native keychain/i.test(stdout))return undefined
throw broken(`${program} ended with ${exitCode}`)}let answer
try{answer=readObject(JSON.parse(stdout))}catch{throw broken(`${program} did not answer in JSON`)}const username=readString(answer?.Username)
const secret=readString(answer?.Secret)
if(username===undefined||secret===undefined)return undefined
return username==="<token>"?{kind:"identity",token:secret}:{kind:"password",username:username,password:secret}}const architectures={aarch64:"arm64",x86_64:"amd64","x86-64":"amd64"}
function normalPlatform({os:os,architecture:architecture,variant:variant}){const cpu=architectures[architecture]??architecture
const implied=cpu==="arm64"?"v8":cpu==="amd64"?"v1":undefined
const shown=cpu==="arm"?variant??"v7":variant===implied?undefined:variant
return[os,cpu,shown].filter(part=>part!==undefined&&part!=="").join("/")}function parsePlatform(text){const[os="linux",architecture="",variant]=text.split("/")
return{os:os,architecture:architecture,...variant!==undefined&&{variant:variant}}}function samePlatform(a,b){return normalPlatform(a)===normalPlatform(b)}function facts_readConfig(json){const image=readObject(json)
const config=readObject(image?.config)
const os=readString(image?.os)??"linux"
const architecture=readString(image?.architecture)??"unknown"
const variant=readString(image?.variant)
const healthcheck=readHealthcheck(config?.Healthcheck)
const optional={variant:variant,created:readString(image?.created),user:readString(config?.User),workingDir:readString(config?.WorkingDir),entrypoint:readList(config?.Entrypoint),command:readList(config?.Cmd),healthcheck:healthcheck}
return{os:os,architecture:architecture,platform:normalPlatform({os:os,architecture:architecture,...variant!==undefined&&{variant:variant}}),env:readEnv(config?.Env),exposedPorts:Object.keys(readObject(config?.ExposedPorts)??{}).sort(),labels:readStrings(config?.Labels),settings:Object.fromEntries(Object.entries(config??{}).filter(([name])=>name!=="Labels")),onbuild:readList(config?.OnBuild)??[],diffIds:readList(readObject(image?.rootfs)?.diff_ids)??[],history:(Array.isArray(image?.history)?image.history:[]).map(readStep),...present(optional)}}function attestationsOf(manifests,digest){return manifests.filter(one=>isAttestation(one)&&one.annotations?.["vnd.docker.reference.digest"]===digest)}function present(values){return Object.fromEntries(Object.entries(values).filter(([,value])=>value!==undefined))}function readEnv(json){return Object.fromEntries((readList(json)??[]).map(line=>{const equals=line.indexOf("=")
return equals===-1?[line,""]:[line.slice(0,equals),line.slice(equals+1)]}))}function readStep(json){const step=readObject(json)
const created=readString(step?.created)
return{createdBy:readString(step?.created_by)??"",...created!==undefined&&{created:created},empty:step?.empty_layer===true}}function readHealthcheck(json){const check=readObject(json)
const test=readList(check?.Test)
if(test===undefined)return undefined
const ms=value=>typeof value==="number"&&value>0?value/1e6:undefined
const retries=typeof check?.Retries==="number"&&check.Retries>0?check.Retries:undefined
const timing={interval:ms(check?.Interval),timeout:ms(check?.Timeout),startPeriod:ms(check?.StartPeriod),retries:retries}
return{test:test,...present(timing)}}async function headManifest(client,reference){const path=`manifests/${(0,registry_reference.Z9)(reference)}`
const scope={host:reference.host,repository:reference.repository,push:false}
const{status:status,headers:headers}=await client({scope:scope,method:"HEAD",path:path,accept:acceptedManifests})
if(status===404)return undefined
const digest=headers["docker-content-digest"]
const mediaType=headers["content-type"]?.split(";")[0]?.trim()
const size=Number(headers["content-length"])
if(digest===undefined||!(0,registry_reference.Bc)(digest)||!mediaType||!Number.isInteger(size))return(await getManifest(client,reference))?.descriptor
if(reference.digest!==undefined&&reference.digest!==digest)throw mismatch({host:reference.host,call:`HEAD ${path} of ${reference.repository}`},`it answers with ${digest}`)
return{mediaType:mediaType,digest:digest,size:size}}async function getManifest(client,reference){const{host:host,repository:repository}=reference
const path=`manifests/${(0,registry_reference.Z9)(reference)}`
const name={host:host,call:`GET ${path} of ${repository}`}
const scope={host:host,repository:repository,push:false}
const{status:status,headers:headers,body:body}=await client({scope:scope,method:"GET",path:path,accept:acceptedManifests})
if(status===404)return undefined
const header=headers["docker-content-digest"]
const digest=digestLike(reference.digest??header,body)
const same=digestLike(header,body)
if(header!==undefined&&header!==same)throw mismatch(name,`it calls ${header} what is ${same}`)
if(reference.digest!==undefined&&reference.digest!==digest)throw mismatch(name,`what it sends is ${digest}`)
let json
let content
try{json=JSON.parse((new TextDecoder).decode(body))
content=readManifest(json)}catch(error){throw mismatch(name,`what it sends is no image: ${error instanceof SyntaxError?"not JSON":error.message}`)}const typed=headers["content-type"]?.split(";")[0]?.trim()
const fallback=content.kind==="index"?mediaTypes.index:mediaTypes.manifest
const mediaType=typeof json.mediaType==="string"?json.mediaType:typed?.includes("+json")?typed:fallback
return{descriptor:{mediaType:mediaType,digest:digest,size:body.length},bytes:body,json:json,content:content}}async function putManifest(client,reference,body,mediaType){const{host:host,repository:repository}=reference
const path=`manifests/${reference.tag??(0,registry_reference.Z9)(reference)}`
const name={host:host,call:`PUT ${path} of ${repository}`}
const scope={host:host,repository:repository,push:true}
const{status:status,headers:headers,body:said}=await client({scope:scope,method:"PUT",path:path,contentType:mediaType,body:body})
if(status===404)throw refused(name,readAnswer(status,said))
const digest=digestLike(reference.digest,body)
const told=headers["docker-content-digest"]??digest
if(told!==digest&&told!==digestLike(told,body))throw mismatch(name,`it stored ${told} where ${digest} was sent`)
return{mediaType:mediaType,digest:digest,size:body.length}}async function images_resolve(client,asked,reference,platform){const{host:host,repository:repository}=reference
const found=platform===undefined?await headManifest(client,reference):await getManifest(client,reference)
if(found===undefined)throw notFound({host:host,call:(0,registry_reference.FH)(reference)},`check the name and tag of ${asked}`)
const{digest:digest}="descriptor"in found?found.descriptor:found
const pinned=(0,registry_reference.FH)({host:host,repository:repository,digest:digest})
if(platform===undefined||!("descriptor"in found))return{pinned:pinned,digest:digest}
if(found.content.kind==="image")return{pinned:pinned,digest:digest,platformDigest:digest}
const child=childFor(found.content.manifests,platform)
if(child===undefined)throw images_noPlatform((0,registry_reference.FH)(reference),found.content.manifests,platform)
return{pinned:pinned,digest:digest,platformDigest:child.digest}}async function imageFacts(memory,ref,platform){const reference=(0,registry_reference.F2)(ref)
const{host:host,repository:repository}=reference
const top=await memory.manifest(reference)
if(top===undefined)return undefined
let manifest=top
let index
if(top.content.kind==="index"){const child=childFor(top.content.manifests,platform)
if(child===undefined)throw images_noPlatform(ref,top.content.manifests,platform)
const found=await memory.manifest({host:host,repository:repository,digest:child.digest})
if(found===undefined)throw notFound({host:host,call:`GET manifests/${child.digest} of ${repository}`},"build and push it again")
manifest=found
index={indexDigest:top.descriptor.digest,attestations:attestationsOf(top.content.manifests,child.digest)}}const{content:content,descriptor:descriptor}=manifest
const name={host:host,call:`GET manifests/${descriptor.digest} of ${repository}`}
if(content.kind!=="image")throw mismatch(name,"it is an index where an image should be")
const bytes=await memory.config({host:host,repository:repository},content.config.digest)
let config
try{config=JSON.parse((new TextDecoder).decode(bytes))}catch{throw mismatch(name,"the image's config is not JSON")}return{ref:ref,digest:descriptor.digest,mediaType:descriptor.mediaType,manifestSize:descriptor.size,...index??{attestations:[]},annotations:content.annotations,layers:content.layers,size:content.layers.reduce((sum,{size:size})=>sum+size,content.config.size),...facts_readConfig(config)}}function childFor(manifests,platform){const wanted=parsePlatform(platform)
return manifests.find(one=>!isAttestation(one)&&one.platform&&samePlatform(one.platform,wanted))}function images_noPlatform(ref,manifests,platform){const there=manifests.flatMap(one=>one.platform&&!isAttestation(one)?normalPlatform(one.platform):[])
return new RegistryError({code:"registry/no-platform",message:`${ref} is not made for ${platform}`,why:there.length===0?"its index names no platform":`it is there for ${there.join(", ")}`,fix:"take another image or tag, or another platform"})}class Logins{#credentials
#now
#challenges=new Map
#logins=new Map
constructor(credentials,now){this.#credentials=credentials
this.#now=now}challengeOf(host){return this.#challenges.get(host)}learn(host,challenge){const{scope:_,...general}={scope:undefined,...challenge}
this.#challenges.set(host,general)}async get(scope,challenge,ask){const key=login_keyOf(scope)
const kept=this.#logins.get(key)
if(kept!==undefined&&this.#now()<kept.expires)return kept.login
const entry={login:Promise.resolve({header:undefined,known:false}),expires:Infinity}
const login=this.#login(scope,challenge,ask,lifeMs=>{entry.expires=this.#now()+lifeMs})
const fresh=Object.assign(entry,{login:login})
this.#logins.set(key,fresh)
login.catch(()=>{if(this.#logins.get(key)===fresh)this.#logins.delete(key)})
return login}async forget(scope,header){const kept=this.#logins.get(login_keyOf(scope))
if(kept&&(await kept.login).header===header&&this.#logins.get(login_keyOf(scope))===kept)this.#logins.delete(login_keyOf(scope))}async#login(scope,challenge,ask,lives){const credential=await this.#credentials(scope.host)
const known=credential!==undefined
if(challenge.kind==="basic"){const header=credential?.kind==="password"?basic(credential):undefined
return{header:header,known:known}}const own=challenge.scope??`repository:${scope.repository}:${scope.push?"pull,push":"pull"}`
const asked=scope.from===undefined?own:`${own} repository:${scope.from}:pull`
const answer=await ask(...tokenRequest(challenge.realm,challenge.service,asked,credential))
const json=answer.status===200?readJson(answer.body):undefined
const token=readString(json?.token)??readString(json?.access_token)
if(token===undefined)return{header:undefined,known:known}
const seconds=typeof json?.expires_in==="number"&&json.expires_in>0?json.expires_in:60
lives(Math.max(seconds-10,seconds/2)*1e3)
return{header:`Bearer ${token}`,known:known}}}function login_keyOf({host:host,repository:repository,push:push,from:from=""}){return`${host} ${repository} ${push} ${from}`}function basic({username:username,password:password}){return`Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`}function tokenRequest(realm,service,scope,credential){if(credential?.kind==="identity"){const form=new URLSearchParams({grant_type:"refresh_token",client_id:"lucid",scope:scope})
form.set("refresh_token",credential.token)
if(service)form.set("service",service)
return[realm,{"content-type":"application/x-www-form-urlencoded"},form.toString()]}const url=new URL(realm)
if(service)url.searchParams.set("service",service)
for(const one of scope.split(" "))url.searchParams.append("scope",one)
return[url,credential?{authorization:basic(credential)}:{}]}function readJson(body){try{return readObject(JSON.parse((new TextDecoder).decode(body)))}catch{return undefined}}class Memory{#client
#manifests=new Map
#configs=new Map
constructor(client){this.#client=client}async manifest(reference){const known=reference.digest===undefined?undefined:this.#manifests.get(memory_keyOf(reference,reference.digest))
if(known!==undefined)return known
const found=await getManifest(this.#client,reference)
if(found!==undefined)this.#manifests.set(memory_keyOf(reference,found.descriptor.digest),found)
return found}async config(reference,digest){const key=memory_keyOf(reference,digest)
const bytes=this.#configs.get(key)??await getBlob(this.#client,reference,digest,16<<20)
this.#configs.set(key,bytes)
return bytes}}function memory_keyOf({host:host,repository:repository},digest){return(0,registry_reference.FH)({host:host,repository:repository,digest:digest})}class Pace{#writes
#gates=new Map
#until=new Map
constructor(writes){this.#writes=writes}write(host,work){const line=this.#gates.get(host)??gate(this.#writes)
this.#gates.set(host,line)
return line(work)}hold(host,ms){const until=performance.now()+ms
if(until>(this.#until.get(host)??0))this.#until.set(host,until)}async turn(host,deadline,random,signal){const until=this.#until.get(host)
const now=performance.now()
if(until===undefined||until<=now)return
const pause=until-now
const ms=Math.min(pause+random*Math.min(pause,1e3),deadline-now)
if(ms>0)await sleep(ms,signal)}}function readMirrors(pairs){const problems=[]
const mirrors=new Map
for(const pair of pairs.flatMap(one=>one.split(",")).map(one=>one.trim())){if(pair==="")continue
const[from="",to="",...more]=pair.split("=")
const prefix=to.replace(/\/+$/,"")
const host=(0,registry_reference.Wf)(`${from}/name`)
const sound=more.length===0&&host.kind==="reference"&&/^(?:library\/)?name$/.test(host.reference.repository)&&(0,registry_reference.Wf)(`${prefix}/name`).kind==="reference"&&/^[^/]*[.:]|^localhost/.test(prefix)
if(sound)mirrors.set(host.reference.host,prefix)
else{const fix="write host=host/prefix, for example docker.io=127.0.0.1:5000/docker.io"
problems.push({code:"registry/bad-mirror",message:`${JSON.stringify(pair)} is no mirror`,fix:fix})}}if(problems.length>0)throw new errors.yo(problems)
return mirrors}function openRegistry(options={}){const{auth:auth=anonymous,mirrors:mirrors=new Map,concurrency:concurrency=16}=options
const client=openClient({http:(0,http.f)(options.env??{}),logins:new Logins(auth,()=>performance.now()),retry:options.retry??defaultRetry,deadlineMs:options.deadlineMs??3e5,idleMs:options.idleMs??3e4,insecure:new Set(options.insecure),signal:options.signal??(new AbortController).signal,gate:gate(concurrency),pace:new Pace(options.writes??6),random:Math.random})
const memory=new Memory(client)
const resolved=new Map
return{head:async ref=>headManifest(client,(0,registry_reference.F2)(ref)),manifest:async ref=>memory.manifest((0,registry_reference.F2)(ref)),blob:async(repository,digest,maxBytes=16<<20)=>getBlob(client,(0,registry_reference.F2)(repository),digest,maxBytes),readBlob:async(repository,blob,open)=>readBlob(client,(0,registry_reference.F2)(repository),blob,open),putManifest:async(ref,bytes,mediaType)=>putManifest(client,(0,registry_reference.F2)(ref),bytes,mediaType),putBlob:async(repository,bytes)=>putBlob(client,(0,registry_reference.F2)(repository),bytes),copyBlob:async(from,to,blob)=>copyBlob(client,(0,registry_reference.F2)(from),(0,registry_reference.F2)(to),blob),async resolve(ref,platform){const reference=(0,registry_reference.F5)((0,registry_reference.F2)(ref),mirrors)
const key=`${(0,registry_reference.FH)(reference)} ${platform??""}`
const answer=resolved.get(key)??images_resolve(client,ref,reference,platform)
resolved.set(key,answer)
return answer},imageFacts:async(ref,platform)=>imageFacts(memory,ref,platform),mirrored:ref=>(0,registry_reference.FH)((0,registry_reference.F5)((0,registry_reference.F2)(ref),mirrors))}}async function openCatalog({catalog:catalog,registry:registry},{cwd:cwd}){const absolute=external_node_path_.resolve(cwd,catalog)
const file=external_node_path_.relative(cwd,absolute)||catalog
const root=external_node_path_.dirname(absolute)
let text
try{text=await(0,promises_.readFile)(absolute,"utf8")}catch(cause){throw new errors.yo({code:"catalog/unreadable",message:"there is no catalog to read",at:{file:file},why:cause instanceof Error?cause.message:String(cause),fix:"name it with --catalog, or write one: docs/catalog.md"},{cause:cause})}const host=filesBelow(root)
return loadCatalog({file:file,text:text,root:root,host:host,...registry!==undefined&&{registry:registry}})}async function openSource({event:event,revision:revision,date:date},git,{env:env,date:clock=Date.now},modified){const hints={...await githubHints(env),...event!==undefined&&{event:event},...revision!==undefined&&{revision:revision}}
const asked=askedDate(date,clock)
const source=await readSource(git,hints,modified)
return{...source,...asked!==undefined&&{date:asked}}}function askedDate(text,clock){if(text==="commit")return undefined
const ms=text==="now"?clock():/^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text)?Date.parse(text):Number.NaN
if(Number.isNaN(ms))throw new errors.yo({code:"options/date",message:`${JSON.stringify(text.slice(0,100))} is no date`,fix:"write commit, now, or a date such as 2025-10-24T15:51:32Z"})
return new Date(ms).toISOString().replace(/\.\d+Z$/,"Z")}async function openTree(root,git,modified){const tree=await withOwnFolder(readTree(root,git,modified),root,git)
const node=(0,dockerfile_dockerfile.Gc)(tree.entries)
return{tree:tree,files:openFiles(node,readTextBelow(root)),around:{tree:node,...peekBelow(root)}}}function gitOf(root,{exec:exec}){return gitIn(root,exec)}function openRegistries({mirror:mirror},{exec:exec,env:env,signal:signal}){const mirrors=readMirrors([...mirror].map(([host,prefix])=>`${host}=${prefix}`))
return openRegistry({auth:dockerCredentials({exec:exec,env:env,signal:signal}),mirrors:mirrors,env:env,signal:signal})}var semver=__webpack_require__(2088)
function parseSemver(text){const found=semver.parse(text)
if(found===null)return undefined
const{version:version,major:major,minor:minor,patch:patch,prerelease:prerelease}=found
return{version:version,major:`${major}`,minor:`${minor}`,patch:`${patch}`,special:prerelease.length>0}}const pep440=new RegExp([/^v?(?:(?<epoch>\d+)!)?(?<release>\d+(?:\.\d+)*)/,/(?:[-_.]?(?<pre>alpha|beta|preview|pre|rc|a|b|c)[-_.]?(?<preNumber>\d*))?/,/(?<post>-(?<implicit>\d+)|[-_.]?(?:post|rev|r)[-_.]?(?<postNumber>\d*))?/,/(?<dev>[-_.]?dev[-_.]?(?<devNumber>\d*))?/,/(?:\+(?<local>[a-z0-9]+(?:[-_.][a-z0-9]+)*))?$/].map(({source:source})=>source).join(""),"i")
const preNames={...{alpha:"a",a:"a",beta:"b",b:"b",c:"rc",rc:"rc",pre:"rc",preview:"rc"}}
function parsePep440(text){const found=pep440.exec(text)?.groups
if(found===undefined)return undefined
const release=(found.release??"").split(".").map(number=>`${BigInt(number)}`)
const number=digits=>`${BigInt(digits||"0")}`
const version=[found.epoch===undefined||number(found.epoch)==="0"?"":`${number(found.epoch)}!`,release.join("."),found.pre===undefined?"":`${preNames[found.pre.toLowerCase()]}${number(found.preNumber)}`,found.post===undefined?"":`.post${number(found.implicit??found.postNumber)}`,found.dev===undefined?"":`.dev${number(found.devNumber)}`,found.local===undefined?"":`+${found.local.toLowerCase().replace(/[-_]/g,".")}`].join("")
const[major="0",minor="0",patch="0"]=release
const special=found.pre!==undefined||found.post!==undefined||found.dev!==undefined
return{version:version,major:major,minor:minor,patch:patch,special:special}}const shortLength=7
function computeTags(rules,source,vars={}){const{kind:kind}=source.event
const moves=kind!=="pull_request"&&kind!=="merge_group"
const values=valuesOf(source,vars)
const read=rules.flavor===undefined?noFlavor:parseFlavor(rules.flavor)
const problems=[]
const flavor="message"in read?noFlavor:read
if("message"in read)problems.push({code:"tags/flavor",...told("flavor",rules.flavor?.join(" ")??"",read)})
const made={immutable:tagsOf(rules.immutable,source,values,flavor,problems),floating:tagsOf(rules.floating,source,values,flavor,problems)}
const immutable=inOrder(made.immutable)
const floating=moves?inOrder([...made.floating,...latestOf(flavor,made,values,problems)]):[]
for(const tag of floating.filter(one=>immutable.includes(one))){problems.push({code:"tags/both",message:`tag ${tag} is written once and moved at the same time`,fix:"take one of its rules out of `tags` or `floating`, or set `flavor: [latest=false]`"})}return{immutable:immutable,floating:floating,problems:problems}}function tagsOf(rules,source,values,flavor,problems){const found=[]
for(const text of rules){const rule=parseRule(text)
const tag="message"in rule?{fault:rule}:tagOf(rule,source,values,flavor)
if(tag===undefined)continue
if(typeof tag==="object")problems.push({code:"tags/rule",...told("tag rule",text,tag.fault)})
else if(!legalTag.test(tag))problems.push(tags_illegal(text,tag))
else{const{priority:priority}=rule
found.push({tag:tag,priority:priority,release:isRelease(rule,source,values)})}}return found}function inOrder(made){return[...new Set([...made].sort((a,b)=>b.priority-a.priority).map(({tag:tag})=>tag))]}function latestOf({latest:latest,prefix:prefix,suffix:suffix},made,values,problems){const[first]=[...made.immutable,...made.floating].sort((a,b)=>b.priority-a.priority)
if(first===undefined||latest==="false"||latest==="auto"&&!first.release)return[]
const affix=({onLatest:onLatest,text:text})=>onLatest?render(text,values):""
const[before,after]=[affix(prefix),affix(suffix)]
if(before===undefined||after===undefined)return[]
const tag=`${before}latest${after}`
if(legalTag.test(tag))return[{tag:tag,priority:Number.NEGATIVE_INFINITY,release:false}]
problems.push(tags_illegal("flavor",tag))
return[]}function isRelease(rule,source,values){switch(rule.kind){case"semver":case"pep440":{const parts=tags_partsOf(rule,source,values)
return parts!==undefined&&!("fault"in parts)&&!parts.special}case"match":return true
case"ref":return rule.event==="tag"
default:return false}}function tagOf(rule,source,values,flavor){const enabled=render(rule.enable,values)
if(enabled==="false"||enabled===undefined)return undefined
if(enabled!=="true")return{fault:{message:`enable is ${JSON.stringify(enabled)}`,fix:"it must come to true or false"}}
const core=coreOf(rule,source,values)
if(core===undefined||core===""||typeof core==="object")return core||undefined
const affix=which=>rule[which]??flavor[which].text
const[prefix,suffix]=[render(affix("prefix"),values),render(affix("suffix"),values)]
return prefix===undefined||suffix===undefined?undefined:`${prefix}${core}${suffix}`}function coreOf(rule,source,values){const{event:event}=source
const branch=branchOf(source)
switch(rule.kind){case"schedule":return event.kind==="schedule"?render(rule.pattern,values):undefined
case"semver":case"pep440":return versionOf(rule,source,values)
case"match":{const text=tags_given(rule.value,source,values)
const found=text===undefined?undefined:rule.pattern.exec(text)?.[rule.group]
return found===undefined?undefined:sanitize(found)}case"edge":return branch!==undefined&&branch===(rule.branch??source.defaultBranch)?"edge":undefined
case"ref":if(rule.event==="branch")return branch===undefined?undefined:sanitize(branch)
if(rule.event==="tag")return event.kind==="tag"?sanitize(event.tag):undefined
return event.kind==="pull_request"?`${event.number}`:undefined
case"raw":return render(rule.value,values)
case"sha":return render([{kind:"name",name:rule.format==="long"?"revision":"sha"}],values)
default:return rule}}function versionOf(rule,source,values){const parts=tags_partsOf(rule,source,values)
if(parts===undefined||"fault"in parts)return parts
const{raw:raw,special:special,version:version,major:major,minor:minor,patch:patch}=parts
if(special)return sanitize(rule.raw?raw:version)
const names={...values.names,raw:sanitize(raw),version:sanitize(version),major:major,minor:minor,patch:patch}
return render(rule.pattern,{...values,names:names})}function tags_partsOf(rule,source,values){const whole=tags_given(rule.value,source,values)
const raw=whole===undefined||rule.match===undefined?whole:rule.match.exec(whole)?.[1]
if(raw===undefined)return undefined
const parts=(rule.kind==="semver"?parseSemver:parsePep440)(raw)
if(parts!==undefined)return{...parts,raw:raw}
return rule.value===undefined?undefined:{fault:{message:`${raw} is no version by ${rule.kind}`}}}function tags_given(value,{event:event},values){if(value!==undefined)return render(value,values)
return event.kind==="tag"?event.tag:undefined}function branchOf({event:event}){return event.kind==="push"||event.kind==="schedule"||event.kind==="manual"?event.branch:undefined}function valuesOf(source,vars){const{event:event,defaultBranch:defaultBranch}=source
const branch=branchOf(source)
const base="base"in event?event.base:undefined
const committed=!source.dirty&&source.revision!==noGitRevision
const revision=committed?source.revision:undefined
const isDefault=branch!==undefined&&branch===defaultBranch
return{date:source.date??(committed?source.committedAt:undefined),commitDate:committed?source.committedAt:undefined,names:{...{name:vars.name,phase:vars.phase,project:vars.project},branch:branch===undefined?undefined:sanitize(branch),tag:event.kind==="tag"?sanitize(event.tag):undefined,base_ref:base===undefined?undefined:sanitize(base),sha:revision?.slice(0,shortLength),short_sha:revision?.slice(0,shortLength),revision:revision,short_revision:revision?.slice(0,shortLength),is_default_branch:`${isDefault}`,is_not_default_branch:`${!isDefault}`}}}function sanitize(ref){return ref.replace(/\//g,"-").replace(/[^a-zA-Z0-9._-]+/g,"-")}function told(what,text,{message:message,fix:fix}){return{message:`${what} ${JSON.stringify(text)}: ${message}`,...fix!==undefined&&{fix:fix}}}function tags_illegal(rule,tag){const shown=JSON.stringify(tag.length>140?`${tag.slice(0,137)}…`:tag)
const long=tag.length>128
return{code:"tags/illegal",message:`the rule ${JSON.stringify(rule)} gives ${shown}, which is no tag`,why:long?`it has ${tag.length} characters, 128 are allowed`:'a tag holds letters, digits and "_", ".", "-", and begins with neither "." nor "-"',fix:"change the rule"}}function tags_tagsOf(services,source,catalog){const problems=[]
const tags=services.map(service=>{const{immutable:immutable,floating:floating,problems:wrong}=serviceTags(service,source,catalog)
problems.push(...wrong.map(problem=>({...problem,at:problem.at??service.at})))
return[service.name,{immutable:immutable,floating:floating}]})
if(problems.length>0)throw new errors.yo(problems)
return Object.fromEntries(tags)}function serviceTags(service,source,{project:project}){const vars={name:service.name,project:project,...service.phase!==undefined&&{phase:service.phase}}
const{tags:immutable,floating:floating,flavor:flavor}=service
return computeTags({immutable:immutable,floating:floating,...flavor&&{flavor:flavor}},source,vars)}async function findImage(registry,ref,platform){const manifest=await registry.manifest(ref)
if(manifest===undefined)return undefined
const{content:content,descriptor:descriptor}=manifest
if(content.kind==="image")return{digest:descriptor.digest,size:[content.config,...content.layers].reduce((sum,{size:size})=>sum+size,0)}
const found=await registry.imageFacts(ref,platform)
return found&&{digest:found.digest,size:found.size}}async function findPrevious(registry,service,platform,source,catalog){const push={...source,event:{kind:"push",branch:source.defaultBranch??"main"}}
const[floating]=serviceTags(service,push,catalog).floating
const facts=floating===undefined?undefined:await factsIn(registry,`${service.image}:${floating}`,platform)
if(facts===undefined)return undefined
const revision=facts.labels["org.opencontainers.image.revision"]
return{components:readHashes(facts.annotations["com.lucid.components"]),digest:facts.digest,size:facts.size,on:readHashes(facts.annotations["com.lucid.parents"]),...revision!==undefined&&{revision:revision}}}async function factsIn(registry,ref,platform){try{return await registry.imageFacts(ref,platform)}catch(error){if(isMissing(error))return undefined
throw error}}function readHashes(text){try{const value=JSON.parse(text??"{}")
return typeof value==="object"&&value!==null?value:{}}catch{return{}}}async function keepWritten(tags,services,registry){const kept=services.map(async({name:name,image:image})=>{const own=tags[name]??{immutable:[],floating:[]}
const there=await Promise.all(own.immutable.map(tag=>registry.head(`${image}:${tag}`)))
const isThere=(_,i)=>there[i]!==undefined
const written=own.immutable.filter(isThere)
if(written.length===0)return[name,own]
return[name,{...own,immutable:own.immutable.filter((_,i)=>there[i]===undefined),kept:written}]})
return Object.fromEntries(await Promise.all(kept))}function platformNames(asked){return asked.map(text=>{const read=(0,values.FL)(text)
return read.ok?read.value:text})}function checkPlatforms(asked,services){const there=[...new Set(services.flatMap(({platforms:platforms})=>platforms))]
const problems=platformNames(asked).filter(name=>!there.includes(name)).map(name=>({code:"select/platform",message:`no service is made for ${JSON.stringify(name)}`,fix:`one of ${there.join(", ")}`}))
if(problems.length>0&&there.length>0)throw new errors.yo(problems)}function inputReader(catalog,files,readBaseConfig){const known=new Map
const read=async(service,platform)=>{const found=await readInputs(service,platform,catalog,files,readBaseConfig)
return"trace"in found?found:{service:service,platform:platform,problems:found}}
const readOnce=(service,platform)=>{const mine=known.get(service)??new Map
known.set(service,mine)
const found=mine.get(platform)??read(service,platform)
mine.set(platform,found)
return found}
return{async readAll(services,platforms,reach){const inputs=[]
const seen=new Set
const wantedPlatforms=platformNames(platforms)
let next=services
while(next.length>0){for(const{name:name}of next)seen.add(name)
const wanted=next.flatMap(service=>service.platforms.flatMap(platform=>platforms.length===0||wantedPlatforms.includes(platform)?[{service:service,platform:platform}]:[]))
const now=await Promise.all(wanted.map(({service:service,platform:platform})=>readOnce(service,platform)))
inputs.push(...now)
const needs=reach==="to-run"?next.flatMap(service=>service.needs):[]
const names=new Set([...needs,...now.flatMap(one=>"from"in one?Object.values(one.from):[])])
next=catalog.services.filter(({name:name})=>names.has(name)&&!seen.has(name))}return inputs}}}async function treeAtCommit(git,ref,tree){const revision=(await git(["rev-parse","--verify","--quiet","--end-of-options",`${ref}^{commit}`]))?.trim()
if(!revision)return undefined
const changed=await changedSince(git,revision,[])
const records=await git(["ls-tree","-r","-z",revision])
if(changed===undefined||records===undefined)return undefined
const isChanged=new Set(changed)
const before=parseTree(records).filter(({path:path})=>isChanged.has(path))
const links=before.filter(({mode:mode})=>mode==="120000")
const targets=await Promise.all(links.map(({oid:oid})=>git(["cat-file","blob",oid])))
const target=new Map(links.map(({path:path},i)=>[path,targets[i]??""]))
const submodules=before.filter(({mode:mode})=>mode==="160000")
const files=before.flatMap(({path:path,mode:mode,oid:oid})=>{if(mode==="160000")return[]
if(mode==="120000")return[{path:path,kind:"symlink",executable:false,target:target.get(path)??"",oid:oid}]
return[{path:path,kind:"file",executable:mode==="100755",oid:oid}]})
const touched=new Set(changed.flatMap(at_commit_parents))
const kept=tree.entries.flatMap(entry=>{if(isChanged.has(entry.path)&&entry.kind!=="dir")return[]
if(entry.kind==="dir"&&touched.has(entry.path))return[]
const submodule=submodules.find(({path:path})=>entry.path.startsWith(`${path}/`))
return[submodule===undefined?entry:{...entry,oid:`${submodule.oid} ${entry.path}`}]})
return{changed:changed,entries:[...kept,...files].sort((a,b)=>a.path<b.path?-1:a.path>b.path?1:0),hash:entry=>tree.hash(entry),read:(path,now)=>isChanged.has(path)?git(["cat-file","blob","--end-of-options",`${revision}:./${path}`]):now(path)}}function parseTree(text){return text.split("\0").flatMap(record=>{const tab=record.indexOf("\t")
if(tab<0)return[]
const[mode="",,oid=""]=record.slice(0,tab).split(" ")
return[{mode:mode,oid:oid,path:record.slice(tab+1)}]})}function at_commit_parents(path){const parts=path.split("/").slice(0,-1)
return parts.map((_,i)=>parts.slice(0,i+1).join("/"))}async function changedServices(now,then){const[after,before]=await Promise.all([contents(now),contents(then)])
const changed=now.inputs.filter(({service:service,platform:platform})=>{const key=imageKey(service.name,platform)
return after.get(key)===undefined||after.get(key)!==before.get(key)})
return new Set(changed.map(({service:service})=>service.name))}async function contents({inputs:inputs,hash:hash}){const byKey=new Map(inputs.map(one=>[imageKey(one.service.name,one.platform),one]))
const known=new Map
const contentOf=(key,above)=>{if(above.includes(key))return Promise.resolve(undefined)
const found=known.get(key)??compute(byKey.get(key),[...above,key])
known.set(key,found)
return found}
const compute=async(one,above)=>{if(one===undefined||one.trace===undefined||one.problems.length>0)return undefined
const{trace:trace,service:service,platform:platform,from:from}=one
const fingerprints=new Map
for(const name of Object.values(from)){const content=await contentOf(imageKey(name,platform),above)
if(content===undefined)return undefined
fingerprints.set(name,content)}const parts=await partsOf(one,{hash:hash,fingerprints:fingerprints,bases:[]}).catch(changed_unreadable)
if(parts===undefined)return undefined
const images=trace.images.map(({ref:ref,platformName:platformName})=>[ref,platformName])
return hashOf([parts,images,service.contexts])}
const all=await Promise.all([...byKey.keys()].map(async key=>[key,await contentOf(key,[])]))
return new Map(all)}function changed_unreadable(error){if(!(error instanceof errors.yo))throw error}function withDependents(services,selected,builtFrom){const found=new Set(selected.map(({name:name})=>name))
for(let before=-1;before!==found.size;){before=found.size
for(const{name:name,needs:needs}of services)if([...needs,...builtFrom(name)].some(other=>found.has(other)))found.add(name)}return services.filter(({name:name})=>found.has(name))}async function select_select(selecting){const{catalog:catalog,options:options,reader:reader}=selecting
checkPlatforms(options.platform,catalog.services)
const named=selectServices(catalog,{services:options.service,phases:options.phase})
const changed=options.changed===undefined?named:await changedOf(named,options.changed,selecting)
if(!options.dependents||changed.length===0)return changed
const inputs=await reader.readAll(catalog.services,options.platform,"to-build")
const from=new Map
for(const one of inputs)if("from"in one)from.set(one.service.name,[...from.get(one.service.name)??[],...Object.values(one.from)])
return withDependents(catalog.services,changed,name=>from.get(name)??[])}async function changedOf(services,ref,{catalog:catalog,options:options,git:git,tree:tree,reader:reader,readBaseConfig:readBaseConfig,readText:readText}){const then=await treeAtCommit(git,ref,tree)
if(then===undefined)throw select_unknown(ref)
if(then.changed.length===0)return[]
const inputs=await reader.readAll(services,options.platform,"to-build")
const old=await catalogThen(catalog,then,options.registry,readText)
if(old===undefined)return services
const names=new Set(inputs.map(({service:service})=>service.name))
const files=openFiles((0,dockerfile_dockerfile.Gc)(then.entries),name=>then.read(name,readText))
const before=await inputReader(old,files,readBaseConfig).readAll(old.services.filter(({name:name})=>names.has(name)),options.platform,"to-build")
const changed=await changedServices({inputs:inputs,hash:tree.hash},{inputs:before,hash:then.hash})
return services.filter(({name:name})=>changed.has(name))}async function catalogThen(catalog,then,registry,now){const name=external_node_path_.basename(catalog.file)
if(!then.changed.includes(name))return catalog
const text=await then.read(name,now)
if(text===undefined)return undefined
try{const host=hostOf(then.entries)
return loadCatalog({file:catalog.file,text:text,root:catalog.root,host:host,...registry!==undefined&&{registry:registry}})}catch(error){if(error instanceof errors.yo)return undefined
throw error}}function hostOf(entries){const kinds=new Map([[".","folder"]])
for(const{path:name,kind:kind}of entries){kinds.set(name,kind==="file"?"file":kind==="dir"?"folder":"other")
for(let up=external_node_path_.dirname(name);up!==".";up=external_node_path_.dirname(up))kinds.set(up,"folder")}return{look:name=>kinds.get(name)??"missing",list:name=>[...kinds.keys()].filter(one=>external_node_path_.dirname(one)===name).map(one=>external_node_path_.basename(one))}}const select_unknown=ref=>new errors.yo({code:"options/changed",message:`there is no commit ${JSON.stringify(ref)} in this clone`,why:"what changed since a commit is only known where the commit is; a shallow clone holds few",fix:"check out with fetch-depth: 0, or fetch that one: git fetch --depth=1 origin <branch or commit>"})
const patience=5e3
async function lastJobs(env,token){const[owner,repo]=(env.GITHUB_REPOSITORY??"").split("/")
const workflow=/\/([^/@]+\.ya?ml)@/.exec(env.GITHUB_WORKFLOW_REF??"")?.[1]
if(!token||!owner||!repo||workflow===undefined)return[]
const{getOctokit:getOctokit}=await Promise.all([__webpack_require__.e(119),__webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__,2413))
const baseUrl=env.GITHUB_API_URL??"https://api.github.com"
const{rest:rest,paginate:paginate}=getOctokit(token,{baseUrl:baseUrl,request:{signal:AbortSignal.timeout(patience)}})
try{const last={owner:owner,repo:repo,workflow_id:workflow,status:"success",per_page:1}
const run=(await rest.actions.listWorkflowRuns(last)).data.workflow_runs[0]
if(run===undefined)return[]
const jobs=await paginate(rest.actions.listJobsForWorkflowRun,{owner:owner,repo:repo,run_id:run.id,per_page:100})
return jobs.map(({name:name,steps:steps=[]})=>({name:name.split(" / ").at(-1)??name,seconds:Math.max(0,...steps.map(({started_at:started_at,completed_at:completed_at})=>secondsBetween(started_at,completed_at)))}))}catch{return[]}}function secondsBetween(from,to){const seconds=(Date.parse(to??"")-Date.parse(from??""))/1e3
return Number.isFinite(seconds)?seconds:0}async function readTimes({times:times,out:out,githubToken:githubToken},{cwd:cwd,env:env,log:log},images){const found=await timesIn(times===undefined?external_node_path_.join(out,"build.json"):external_node_path_.resolve(cwd,times))
if(times!==undefined&&found.size===0)log(`${times} holds no build times: jobs are spread by size`)
if(times!==undefined||found.size>0||images.length<2)return found
const jobs=new Map((await lastJobs(env,githubToken)).map(({name:name,seconds:seconds})=>[name,seconds]))
return new Map(images.flatMap(({service:service,platform:platform})=>{const seconds=jobs.get(legName([service],platform))
return seconds===undefined?[]:[[imageKey(service,platform),seconds]]}))}async function timesIn(named){const found=new Map
for(const file of await jsonFiles(named))for(const{service:service,platform:platform,outcome:outcome,durationMs:durationMs}of await imagesOf(file))if(outcome==="built"&&typeof durationMs==="number"&&durationMs>=0)found.set(imageKey(service,platform),durationMs/1e3)
return found}async function jsonFiles(named){const stats=await(0,promises_.stat)(named).catch(()=>undefined)
if(stats===undefined)return[]
if(!stats.isDirectory())return[named]
const names=await(0,promises_.readdir)(named,{recursive:true})
return names.filter(name=>name.endsWith(".json")).sort().map(name=>external_node_path_.join(named,name))}async function imagesOf(file){try{const value=JSON.parse(await(0,promises_.readFile)(file,"utf8"))
if(value?.kind!=="lucid.build"||!Array.isArray(value.images))return[]
return value.images.filter(image=>image!==null&&typeof image==="object")}catch{return[]}}async function plan(options,world,registry=openRegistries(options,world),reach="to-build"){return(await planAndLint(options,world,registry,reach,"errors")).plan}async function planAndLint(options,world,registry,reach,lint){const catalog=await openCatalog(options,world)
const git=gitOf(catalog.root,world)
const modified=listModified(git)
const[source,tree]=await Promise.all([openSource(options,git,world,modified),openTree(catalog.root,git,modified)])
const readBaseConfig=baseConfigs(registry)
const reader=inputReader(catalog,tree.files,readBaseConfig)
const{readText:readText}=tree.files
const selected=await select_select({catalog:catalog,options:options,git:git,tree:tree.tree,reader:reader,readBaseConfig:readBaseConfig,readText:readText})
const read=await reader.readAll(selected,options.platform,reach)
const least=lint==="errors"?{least:"error"}:{}
const concerned=catalog.services.filter(({name:name})=>read.some(({service:service})=>service.name===name))
const judged={inputs:read,services:concerned,catalog:catalog,around:tree.around,...least}
let findings=findingsOf(judged)
const inputs=refuse(read,findings)
const tags=tags_tagsOf(selected,source,catalog)
const again=options.stale||source.event.kind==="schedule"
const request={catalog:catalog,source:source,selected:selected,force:options.force,...options.stale&&{staleAt:(world.date??Date.now)()},inputs:inputs,tags:again?await keepWritten(tags,selected,registry):tags,runners:options.emulate?"emulated":"native",maxJobs:options.maxJobs,times:images=>readTimes(options,world,images)}
const outside={hash:tree.tree.hash,resolveBase:(ref,platform)=>registry.resolve(ref,platform),findImage:(ref,platform)=>findImage(registry,ref,platform),findPrevious:(service,platform)=>findPrevious(registry,service,platform,source,catalog),changedSince:(revision,paths)=>changedSince(git,revision,paths)}
let made=await makePlan(request,outside)
const asked=lint==="all"?await askAbout(made,judged,options,world):undefined
if(asked!==undefined){findings=findingsOf({...judged,packages:asked.packages})
const refused=refuse(read,findings)
if(refused.some((one,i)=>one.problems.length>(inputs[i]?.problems.length??0)))made=await makePlan({...request,inputs:refused},outside)}const listed=options.inputs?{...made,inputs:listAll(made,inputs)}:made
await writeDocument(options.out,listed)
const names=new Set(selected.map(({name:name})=>name))
const mine=findings.filter(({service:service})=>service===undefined||names.has(service))
const skipped=(asked?.troubles??[]).map(why=>({check:"packages",why:why}))
return{plan:listed,findings:mine,skipped:skipped,selected:selected}}function askAbout({images:images},judged,options,world){const building=new Set(images.flatMap(({service:service,decision:decision})=>decision.kind==="build"?service:[]))
const services=judged.catalog.services.filter(({name:name})=>building.has(name))
const catalog={...judged.catalog,services:services}
return askIndexes({catalog:catalog,subjects:subjectsOf(judged.inputs),around:judged.around},options,world)}function listAll({images:images,selected:selected},inputs){return selected.flatMap(name=>inputs.flatMap(one=>{if(one.service.name!==name||one.trace===undefined)return[]
const image=images.find(({service:service,platform:platform})=>service===name&&platform===one.platform)
return[listInputs(one,image)]}))}async function planFor(options,world,registry,reach){const{plan:given,out:out}=options
if(given===undefined||given==="new")return plan(options,world,registry,reach)
const file=external_node_path_.resolve(world.cwd,given)
const found=await readDocument(file,"lucid.plan",1)
if(found===undefined)throw new errors.yo({code:"document/missing",message:"there is no such plan",at:{file:given},fix:"write one with `lucid plan`, or leave the option out to have one made"})
const root=external_node_path_.dirname(external_node_path_.resolve(world.cwd,options.catalog))
if(!(0,external_node_fs_.existsSync)(root))throw new errors.yo({code:"catalog/unreadable",message:"there is no such folder, which the plan's paths are relative to",at:{file:root},fix:"name the catalog that the plan was made of with --catalog"})
const here={...found,root:root}
const part=partOf(here,given,options,reach)
await writeDocument(out,external_node_path_.resolve(out,"plan.json")===file?here:part)
return part}function partOf(plan,file,{service:service,phase:phase,platform:platform},reach="to-build"){const chosen=plan.services.filter(({name:name})=>plan.selected.includes(name))
const wanted=selectServices({...plan,file:file,services:chosen},{services:service,phases:phase})
checkPlatforms(platform,plan.services)
const platforms=platformNames(platform)
if(wanted.length===chosen.length&&platforms.length===0)return plan
const names=new Set(wanted.map(({name:name})=>name))
const selected=plan.selected.filter(name=>names.has(name))
for(const name of names){const needs=plan.services.find(one=>one.name===name)?.needs??[]
for(const need of reach==="to-run"?needs:[])names.add(need)
for(const image of plan.images)if(image.service===name)for(const parent of Object.values(image.from))names.add(parent)}return{...plan,selected:selected,images:plan.images.filter(image=>names.has(image.service)&&(platforms.length===0||platforms.includes(image.platform)))}}async function resume(plan,registry,cache){const selected=new Set(plan.selected)
const find=async image=>{const{decision:decision,service:service,contentRef:contentRef,platform:platform}=image
if(decision.kind!=="build")return image
const asked=cache==="none"||decision.reasons.some(({kind:kind})=>kind==="forced")
if(asked&&selected.has(service))return image
const found=await findImage(registry,contentRef,platform)
if(found===undefined)return image
const reasons=[{kind:"already-built",detail:"built since the plan was made"}]
return{...image,decision:{kind:"unchanged",reasons:reasons,...found}}}
return{...plan,images:await Promise.all(plan.images.map(find))}}var interface_subjects=__webpack_require__(7898)
async function writeSubjects(out,stage,result){const subjects=(0,interface_subjects.Z)(result)
if(subjects.length>0)await writeWhole(external_node_path_.join(out,`${stage}-subjects.txt`),(0,interface_subjects.T)(subjects))}var documents_verify=__webpack_require__(2117)
async function buildFromRegistry(plan,registry){const images=await Promise.all(plan.images.map(image=>find(image,plan,registry)))
return{kind:"lucid.build",version:1,revision:plan.source.revision,images:images,command:[],durationMs:0}}async function find(image,{services:services,source:source},registry){const{platform:platform,fingerprint:fingerprint,contentRef:contentRef,decision:decision}=image
const service=services.find(({name:name})=>name===image.service)
if(service===undefined)throw new Error(`the plan has an image of ${image.service}, but no such service`)
const row={service:service.name,platform:platform,fingerprint:fingerprint,contentRef:contentRef,checks:[]}
if(decision.kind==="blocked")return{...row,outcome:"failed",error:{message:decision.problems[0]?.message??"cannot be planned"}}
const facts=await registry.imageFacts(contentRef,platform)
if(facts===undefined)return{...row,outcome:"skipped",error:{message:`is not in the registry: ${contentRef}`}}
const seen=rowFacts(facts,service,source,{platform:platform,outcome:"unchanged"})
const kept=decision.kind==="build"&&decision.keep?.digest===facts.digest
return{...row,outcome:decision.kind==="build"&&!kept?"built":"unchanged",...seen}}async function verify_verify(options,world){const registry=openRegistries(options,world)
const plan=await planFor(options,world,registry)
const{images:images}=await buildFromRegistry(plan,registry)
const selected=images.filter(({service:service})=>plan.selected.includes(service))
const result=await verifyImages(world,registry,plan,images,selected)
await writeDocument(options.out,result)
return result}async function verifyImages({docker:docker,progress:progress,signal:signal,now:now},registry,plan,images,wanted){const{verify:lookAt}=await __webpack_require__.e(229).then(__webpack_require__.bind(__webpack_require__,3229))
const floatingTag=service=>normalTag(service,plan)
const engine=docker===undefined?{}:{docker:docker}
return lookAt({plan:plan,images:images,wanted:wanted,registry:registry,...engine,floatingTag:floatingTag,progress:progress,signal:signal,now:now})}function normalTag(service,{source:source,project:project}){const event={kind:"push",branch:source.defaultBranch??"main"}
return serviceTags(service,{...source,event:event},{project:project}).floating[0]}async function verifyUnproven(world,registry,plan,build){const{images:images}=build
const earned=await publishedDigests(registry,plan,images.filter(isOpen))
const wanted=images.filter(row=>isOpen(row)&&(row.outcome==="built"||!earned.has(row.digest??"")))
const found=wanted.length===0?undefined:await lookAt(world,registry,plan,images,wanted)
const{images:rows}=(0,documents_verify.u)(build,found??{images:[]})
const why=row=>{if(!isOpen(row))return undefined
const tag=row.outcome==="built"?undefined:earned.get(row.digest??"")
return tag===undefined?"cancelled":`already published as ${tag}; lucid verify looks again`}
return{...build,images:rows.map(row=>{const reason=why(row)
return reason===undefined?row:{...row,unchecked:[{id:"layers",reason:reason}]}})}}const isOpen=({digest:digest,checks:checks})=>digest!==undefined&&!checks.some(({id:id})=>id==="layers")
async function lookAt(world,...rest){if(world.signal.aborted)return undefined
return verifyImages(world,...rest).catch(error=>{if(world.signal.aborted)return undefined
throw error})}async function publishedDigests(registry,plan,rows){const names=new Set(rows.flatMap(({service:service,outcome:outcome})=>outcome==="unchanged"?[service]:[]))
const found=await Promise.all(plan.services.filter(({name:name})=>names.has(name)).map(async service=>{const tag=normalTag(service,plan)
const manifest=tag===undefined?undefined:await registry.manifest(`${service.image}:${tag}`)
const{content:content,descriptor:descriptor}=manifest??{}
const digests=content?.kind==="index"?content.manifests.map(({digest:digest})=>digest):[]
return[...digests,...descriptor===undefined?[]:[descriptor.digest]].map(digest=>[digest,tag??""])}))
return new Map(found.flat())}async function build_build(options,world){const registry=openRegistries(options,world)
const planned=await planFor(options,world,registry)
const isGiven=options.plan!==undefined&&options.plan!=="new"
const plan=isGiven?await resume(planned,registry,options.noCache?"none":"use"):planned
if(options.print)return print(options,world,registry,plan)
return buildPlan(options,world,registry,plan)}async function buildPlan(options,world,registry,plan){const{docker:docker,env:env,progress:progress,signal:signal,now:now}=world
const{builder:builder,maxParallel:maxParallel}=options
const platforms=plan.images.flatMap(({decision:decision,platform:platform})=>decision.kind==="build"?platform:[])
const needs={build:true,platforms:[...new Set(platforms)]}
const engine=platforms.length===0?undefined:await(0,docker_engine.Wp)(docker,needs,{signal:signal,...builder!==undefined&&{builder:builder}})
const driver=engine?.builder?.driver??"docker"
const result=await build({plan:plan,root:plan.root,docker:docker,registry:registry,env:env,progress:progress,signal:signal,now:now,options:{...engine!==undefined&&await build_settings(options,world,registry,plan,driver),outDir:options.out,...builder!==undefined&&{builder:builder},...maxParallel!==undefined&&{parallel:maxParallel},...engine?.native!==undefined&&{native:engine.native}}})
const verified=await verifyUnproven(world,registry,plan,result)
await writeDocument(options.out,verified)
await writeSubjects(options.out,"build",verified)
return verified}async function print(options,world,registry,plan){const settled=await build_settings(options,world,registry,plan,"docker")
return bakeDefinition({plan:plan,root:plan.root,env:world.env,...settled})}async function build_settings(options,world,registry,plan,driver){const[cache,attest]=await Promise.all([cacheFor(options,world,plan,driver),attestFor(options,world,plan,registry)])
return{cache:cache,attest:attest,driver:driver,steps:options.noCache?"anew":"cached"}}var version=__webpack_require__(1011)
var lint_fingerprint=__webpack_require__(989)
function makeBaseline(findings,text){const entries=new Map
for(const{finding:finding,fingerprint:fingerprint,occurrence:occurrence}of(0,lint_fingerprint.W)(findings,text)){const{code:rule,at:at,message:message}=finding
const first=entries.get(fingerprint)
entries.set(fingerprint,{...first??{rule:rule,file:at?.file??"",fingerprint:fingerprint,message:message},count:occurrence})}const key=({file:file,rule:rule,fingerprint:fingerprint})=>`${file}\n${rule}\n${fingerprint}`
const sorted=[...entries.values()].sort((a,b)=>key(a)<key(b)?-1:1)
return{kind:"lucid.lint-baseline",version:1,findings:sorted}}function compareBaseline(findings,baseline,text){const left=new Map(baseline.findings.map(({fingerprint:fingerprint,count:count})=>[fingerprint,count]))
const fresh=(0,lint_fingerprint.W)(findings,text).flatMap(({finding:finding,fingerprint:fingerprint})=>{const count=left.get(fingerprint)??0
if(count>0)left.set(fingerprint,count-1)
return count>0?[]:[finding]})
const gone=[...left.values()].reduce((sum,count)=>sum+count,0)
return{fresh:fresh,old:findings.length-fresh.length,gone:gone}}function readBaseline(text){let value
try{value=JSON.parse(text)}catch{return undefined}if(typeof value!=="object"||value===null)return undefined
const{kind:kind,version:version,findings:findings}=value
const sound=Array.isArray(findings)&&findings.every(one=>typeof one?.fingerprint==="string"&&Number.isSafeInteger(one.count)&&(one.count??0)>0)
return kind==="lucid.lint-baseline"&&version===1&&sound?value:undefined}async function withBaseline(findings,text,{baseline:file,updateBaseline:updateBaseline},cwd){if(file===undefined){if(!updateBaseline)return undefined
const fix="add --baseline FILE"
throw new errors.yo({code:"options/value",message:"update-baseline does not know which file",fix:fix})}if(!updateBaseline)return compareBaseline(findings,await baseline_read(external_node_path_.resolve(cwd,file),file),text)
const made=makeBaseline(findings,text)
await writeWhole(external_node_path_.resolve(cwd,file),`${JSON.stringify(made,undefined,"\t")}\n`)
return compareBaseline(findings,made,text)}async function baseline_read(absolute,file){let text
try{text=await(0,promises_.readFile)(absolute,"utf8")}catch(cause){const why=cause instanceof Error?cause.message:String(cause)
const fix="write it with --update-baseline"
throw new errors.yo({code:"options/baseline",message:"the baseline cannot be read",at:{file:file},why:why,fix:fix},{cause:cause})}const found=readBaseline(text)
if(found!==undefined)return found
const fix="write it again with --update-baseline"
throw new errors.yo({code:"options/baseline",message:"that is no baseline of version 1",at:{file:file},fix:fix})}async function runChecks(docker,targets,options){const file=JSON.stringify(checks_literal({group:{default:{targets:Object.keys(targets)}},target:targets}))
const env={BUILDX_GIT_INFO:"false",BUILDX_NO_DEFAULT_ATTESTATIONS:"1"}
const args=["buildx","bake","--file=-","--call=check,format=json","--progress=quiet"]
const{stdout:stdout,stderr:stderr}=await docker(args,{...options,input:file,env:env})
const checked=readChecks(stdout)
if(checked!==undefined)return checked
return stderr.trim().split("\n").at(-1)?.replace(/^ERROR: /,"")||"docker buildx gave no answer"}function checks_literal(value){if(typeof value==="string")return value.replace(/[$%](?=\{)/g,sign=>sign+sign)
if(Array.isArray(value))return value.map(checks_literal)
if(typeof value==="object"&&value!==null)return Object.fromEntries(Object.entries(value).map(([key,one])=>[checks_literal(key),checks_literal(one)]))
return value}function readChecks(stdout){let answer
try{answer=JSON.parse(stdout)}catch{return undefined}return Object.fromEntries(Object.entries(answer.target??{}).map(([name,{check:check}])=>{const error=check?.buildError?.message??check?.error
const warnings=(check?.warnings??[]).flatMap(toWarning)
return[name,{warnings:warnings,...error!==undefined&&{error:error.split("\n")[0]??error}}]}))}function toWarning({ruleName:ruleName,detail:detail,description:description,url:url,location:location}){if(ruleName===undefined)return[]
const range=location?.ranges?.[0]
const[line,endLine]=[range?.start?.line,range?.end?.line]
return[{rule:ruleName,detail:detail??description??ruleName,...url?.startsWith("https://")&&{url:url},...line!==undefined&&line>0&&{line:line},...endLine!==undefined&&endLine>0&&{endLine:endLine}}]}const build_checks_patience=1e4
const nothing="docker-image://scratch"
async function checkBuilds(inputs,catalogRoot,options,world){if(options.buildChecks==="off")return{checks:[]}
const problems=await inTheWay(world)
if(problems.length>0&&options.buildChecks==="on")throw new errors.yo(problems)
if(problems.length>0)return{checks:[],skipped:problems.map(({message:message})=>message).join("; ")}
const read=new Map(inputs.flatMap(one=>"selected"in one?[[one.service.name,one]]:[]))
const run=(list,bases,signal)=>runChecks(world.docker,Object.fromEntries(list.map(one=>[targetName(one.service),targetOf(one,catalogRoot,bases)])),{cwd:catalogRoot,signal:signal})
const all=[...read.values()]
const first=options.offline?"offline":await run(all,"asked",AbortSignal.any([world.signal,AbortSignal.timeout(build_checks_patience)]))
world.signal.throwIfAborted()
const again=typeof first==="string"?all:all.filter(({service:service})=>first[targetName(service)]?.error!==undefined)
const second=again.length===0?{}:await run(again,"empty",world.signal)
world.signal.throwIfAborted()
if(typeof second==="string")return{checks:[],skipped:second}
const checks=all.flatMap(one=>{const name=targetName(one.service)
const empty=second[name]
const answer=empty??(typeof first==="string"?undefined:first[name])
return answer===undefined?[]:toChecks(one,answer,empty===undefined?"asked":"empty")})
return{checks:checks}}async function inTheWay({docker:docker,signal:signal}){const engine=await(0,docker_engine.P7)(docker,{signal:signal})
return(0,docker_engine.p7)(engine,{}).concat(engine.buildx===undefined&&engine.server!==undefined?[{code:"engine/buildx-missing",message:"buildx is not installed",fix:"install the package docker-buildx-plugin"}]:[])}const targetName=({name:name})=>name.replace(/[^A-Za-z0-9_-]/g,"_")
function targetOf({service:service,dockerfile:dockerfile,trace:trace,args:args,platform:platform,from:from},root,bases){const within=path=>path==="."?root:`${root}/${path}`
const outside=bases==="asked"?[]:trace.images.filter(({use:use})=>use!=="syntax").map(({ref:ref})=>(0,dockerfile_dockerfile.p2)(ref))
const named=Object.entries(service.contexts).map(([name,context])=>[(0,dockerfile_dockerfile.p2)(name),context.kind==="path"?within(context.path):nothing])
const syntax=dockerfile.directives.find(({name:name})=>name==="syntax")
return{context:within(service.context),dockerfile:within(service.dockerfile),...bases==="empty"&&syntax!==undefined&&{"dockerfile-inline":withoutLine(dockerfile.text,syntax.line)},...service.target!==undefined&&{target:service.target},platforms:[platform],args:args,contexts:Object.fromEntries([...outside.map(name=>[name,nothing]),...Object.keys(from).map(name=>[name,nothing]),...named])}}function withoutLine(text,line){const lines=text.split("\n")
const count=lines.findIndex(one=>!/^#\s*\w+\s*=/.test(one))
const directives=lines.slice(0,count<0?lines.length:count)
directives.splice(line-1,1)
return[...directives,"#",...lines.slice(directives.length+1)].join("\n")}function toChecks({service:service,dockerfile:dockerfile,trace:trace},{warnings:warnings},bases){const open=new Set(trace.unset.filter(({certainty:certainty})=>certainty==="maybe").map(({name:name})=>name))
return warnings.filter(({rule:rule,detail:detail})=>{const name=rule==="UndefinedVar"?/'\$\{?(\w+)\}?'/.exec(detail)?.[1]:undefined
const unread=bases==="empty"||trace.named.length>0
return!(unread&&name!==undefined&&open.has(name))}).map(({rule:rule,detail:detail,url:url,line:line,endLine:endLine})=>({rule:rule,detail:detail,...url!==undefined&&{url:url},at:{file:dockerfile.file,line:line??1,...endLine!==undefined&&endLine!==line&&{endLine:endLine}},service:service.name}))}const limitMs=2e3
async function askDigests(inputs,options,world){const images=inputs.flatMap(({trace:trace})=>trace?.images??[])
const refs=new Set(images.map(({ref:ref})=>ref).filter(ref=>!ref.includes("@")&&!ref.includes("$")))
if(options.offline||refs.size===0)return undefined
const signal=AbortSignal.any([world.signal,AbortSignal.timeout(limitMs)])
const registry=openRegistries(options,{...world,signal:signal})
const digests=new Map
await Promise.all([...refs].map(async ref=>{const found=await registry.resolve(ref).catch(()=>undefined)
if(found!==undefined)digests.set(ref,found.digest)}))
return ref=>digests.get(ref)}function applyEdits(findings,text){const made=new Map
const mended=[]
for(const finding of findings){const edits=finding.edits??[]
if(edits.length===0)continue
const fresh=edits.filter(edit=>!(made.get(edit.file)??[]).some(other=>isSame(edit,other)))
const possible=fresh.every(edit=>isWithin(edit,text(edit.file))&&!(made.get(edit.file)??[]).some(other=>meets(edit,other)))
const apart=fresh.every((edit,i)=>!fresh.slice(0,i).some(other=>meets(edit,other)))
if(!possible||!apart)continue
for(const edit of fresh)made.set(edit.file,[...made.get(edit.file)??[],edit])
mended.push(finding)}const files=[...made].flatMap(([file,edits])=>{const before=text(file)??""
const after=rewrite(before,edits)
return after===before?[]:[[file,after]]})
return{files:new Map(files),findings:mended}}const isSame=(a,b)=>a.from===b.from&&a.to===b.to&&a.replacement===b.replacement
const isWithin=({from:from,to:to},text)=>text!==undefined&&Number.isSafeInteger(from)&&from>=0&&from<=to&&to<=text.length
const meets=(a,b)=>a.file===b.file&&(a.from===b.from||a.from<b.to&&b.from<a.to)
function rewrite(text,edits){const ordered=[...edits].sort((a,b)=>b.from-a.from)
return ordered.reduce((now,{from:from,to:to,replacement:replacement})=>now.slice(0,from)+replacement+now.slice(to),text)}const mostRounds=10
async function fixFiles({root:root,look:look,mode:mode}){const{createTwoFilesPatch:createTwoFilesPatch}=await __webpack_require__.e(23).then(__webpack_require__.bind(__webpack_require__,4023))
const before=new Map
const after=new Map
const host=filesBelow(root)
let findings=0
for(let round=0;round<(mode==="write"?mostRounds:1);round++){const found=await look()
const texts=new Map
for(const file of new Set(found.flatMap(({edits:edits=[]})=>edits.map(edit=>edit.file))))texts.set(file,host.look(file)==="file"?await exactText(external_node_path_.join(root,file)):undefined)
const mended=applyEdits(found,file=>texts.get(file))
if(mended.files.size===0)break
findings+=mended.findings.length
for(const[file,text]of mended.files){if(!before.has(file))before.set(file,texts.get(file)??"")
after.set(file,text)
if(mode==="write")await write(root,file,text)}}const files=[...after].sort().map(([file,text])=>({file:file,diff:createTwoFilesPatch(`a/${file}`,`b/${file}`,before.get(file)??"",text).replace(/^=+\n/,"")}))
return{findings:findings,written:mode==="write",files:files}}async function exactText(file){const bytes=await(0,promises_.readFile)(file)
const text=bytes.toString("utf8")
return Buffer.from(text).equals(bytes)?text:undefined}async function write(root,file,text){try{await(0,promises_.writeFile)(external_node_path_.join(root,file),text)}catch(cause){const why=cause instanceof Error?cause.message:String(cause)
throw new errors.yo({code:"lint/unwritable",message:"cannot be mended",at:{file:file},why:why},{cause:cause})}}async function lint_lint(options,world){const first=await lint_look(options,world)
const{catalog:catalog,selected:selected}=first
const fixed=options.fix?await fixFiles({root:catalog.root,mode:options.dryRun?"show":"write",look:async()=>(await lint_look(options,world,first.outside)).findings}):undefined
const{findings:findings,text:text}=fixed?.written&&fixed.files.length>0?await lint_look(options,world):first
const compared=await withBaseline(findings,text,options,world.cwd)
const result=await writeLint(options.out,compared?.fresh??findings,selected,{skipped:first.skipped,...compared&&{baseline:{old:compared.old,gone:compared.gone}},...fixed&&{fixed:fixed}})
await writeSarif(result,catalog,text,options,world)
return result}async function lint_look(options,world,outside){const catalog=await openCatalog(options,world)
const{files:files,around:around}=await openTree(catalog.root,gitOf(catalog.root,world))
const selected=selectServices(catalog,{services:options.service,phases:options.phase})
const inputs=await inputReader(catalog,files).readAll(selected,[],"to-build")
const[asked,checked,digest]=outside===undefined?await Promise.all([askIndexes({catalog:catalog,subjects:subjectsOf(inputs),around:around},options,world),checkBuilds(inputs,catalog.root,options,world),askDigests(inputs,options,world)]):[]
const known=outside??{...asked&&{packages:asked.packages},...checked&&{buildChecks:checked.checks},...digest&&{digest:digest}}
const findings=findingsOf({inputs:inputs,services:selected,catalog:catalog,around:around,...known})
const skipped=(asked?.troubles??[]).map(why=>({check:"packages",why:why}))
if(checked?.skipped!==undefined)skipped.push({check:"build-checks",why:checked.skipped})
const text=file=>around.text(file===catalog.file?external_node_path_.basename(file):file)
return{catalog:catalog,selected:selected,findings:findings,text:text,outside:known,skipped:skipped}}async function writeLint(out,findings,services,more={}){const dockerfiles=new Set(services.map(({dockerfile:dockerfile})=>dockerfile))
const result={kind:"lucid.lint",version:1,findings:findings,files:dockerfiles.size,...more}
await writeDocument(out,result)
return result}async function writeSarif(result,catalog,text,options,world){const{toSarif:toSarif}=await __webpack_require__.e(352).then(__webpack_require__.bind(__webpack_require__,3352))
const prefix=(await gitOf(catalog.root,world)(["rev-parse","--show-prefix"]))?.trim()??""
const sarif=`${JSON.stringify(toSarif(result,{version:version.r,prefix:prefix,catalog:catalog.file,text:text}))}\n`
const files=[external_node_path_.join(options.out,"lint.sarif"),...options.sarif===undefined?[]:[external_node_path_.resolve(world.cwd,options.sarif)]]
await Promise.all(files.map(file=>writeWhole(file,sarif)))}async function openSigner({by:by,log:log},outside){const folder=await(0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(),"lucid-sign-"))
const done=()=>(0,promises_.rm)(folder,{recursive:true,force:true})
const cosign=(...args)=>run(outside,args)
try{await cosign("version")
const verifyBy=by.kind==="key"?await publicKey(cosign,by.key,folder):identity(outside.env)
return{sign:ref=>signOne(cosign,ref,by,log,verifyBy),[Symbol.asyncDispose]:done}}catch(error){await done()
throw error}}async function signOne(cosign,ref,by,log,verifyBy){const plain=isLoopback(ref)?["--allow-http-registry"]:[]
const verify=()=>cosign("verify",...verifyBy,...plain,...log?[]:["--insecure-ignore-tlog=true"],ref)
if((await verify()).ok)return
const key=by.kind==="key"?["--key",by.key,`--tlog-upload=${log}`]:[]
const signed=await cosign("sign","--yes",...key,...plain,ref)
if(!signed.ok)throw new errors.yo({code:"sign/failed",message:`${ref} could not be signed`,why:signed.said,fix:by.kind==="keyless"?'give the job "permissions: id-token: write", which signing without a key needs':"check the key and COSIGN_PASSWORD, and that the login may push"})
const read=await verify()
if(!read.ok)throw new errors.yo({code:"sign/unverified",message:`${ref} was signed, but the signature cannot be verified`,why:read.said,fix:"publish again: what is done is found and kept"})}async function publicKey(cosign,key,folder){const{ok:ok,said:said}=await cosign("public-key","--key",key)
const pem=/-----BEGIN PUBLIC KEY-----[\s\S]*-----END PUBLIC KEY-----/.exec(said)?.[0]
if(!ok||pem===undefined)throw new errors.yo({code:"sign/key",message:"the key to sign with cannot be read",why:said,fix:"name it with sign-key, and its password with COSIGN_PASSWORD"})
const file=external_node_path_.join(folder,"key.pub")
await(0,promises_.writeFile)(file,`${pem}\n`)
return["--key",file]}function identity(env){const{GITHUB_ACTIONS:GITHUB_ACTIONS,GITHUB_REPOSITORY:GITHUB_REPOSITORY,GITHUB_SERVER_URL:GITHUB_SERVER_URL="https://github.com"}=env
if(GITHUB_ACTIONS!=="true"||!GITHUB_REPOSITORY)return["--certificate-identity-regexp",".+","--certificate-oidc-issuer-regexp",".+"]
const literal=`${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/`.replace(/[.+?^${}()|[\]\\*]/g,"\\$&")
const issuer="https://token.actions.githubusercontent.com"
return["--certificate-identity-regexp",`^${literal}`,"--certificate-oidc-issuer",issuer]}async function run({exec:exec,signal:signal},args){const options={...signal&&{signal:signal},keep:1<<16}
const ended=await exec(["cosign",...args],options).catch(cause=>{throw new errors.yo({code:"sign/no-cosign",message:"cosign cannot be run",why:cause instanceof Error?cause.message:String(cause),fix:"install it (the action sigstore/cosign-installer does), or leave `sign` out"},{cause:cause})})
signal?.throwIfAborted()
const{exitCode:exitCode,stdout:stdout,stderr:stderr}=ended
return{ok:exitCode===0,said:exitCode===0?stdout:lastLines(stderr)}}function lastLines(text){const lines=text.split("\n").filter(line=>line.trim()!==""&&!line.startsWith("WARNING"))
return lines.slice(-3).join(" ").replace(/[\u0000-\u001f\u007f-\u009f]/g," ").slice(0,500)}function isLoopback(ref){return/^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?::\d+)?\//.test(ref)}async function compareRevisions(git,published,ours){if(published===ours)return"same"
const known=await Promise.all([published,ours].map(revision=>git(["cat-file","-e",`${revision}^{commit}`])))
if(known.includes(undefined))return"unknown"
if(await git(["merge-base","--is-ancestor",published,ours])!==undefined)return"newer"
if(await git(["merge-base","--is-ancestor",ours,published])!==undefined)return"older"
return"unknown"}async function compareOnGitHub(env,token,published,ours){const[owner,repo]=(env.GITHUB_REPOSITORY??"").split("/")
if(!token||!owner||!repo)return"unknown"
const{getOctokit:getOctokit}=await Promise.all([__webpack_require__.e(119),__webpack_require__.e(413)]).then(__webpack_require__.bind(__webpack_require__,2413))
try{const{data:data}=await getOctokit(token).rest.repos.compareCommitsWithBasehead({owner:owner,repo:repo,basehead:`${published}...${ours}`,per_page:1})
const orders={identical:"same",ahead:"newer",behind:"older"}
return orders[data.status]??"unknown"}catch{return"unknown"}}const indexType="application/vnd.oci.image.index.v1+json"
const annotated=[...["revision","created","source","version","url","title","description","licenses"],...["base.name","base.digest"]].map(key=>`org.opencontainers.image.${key}`)
const perPlatform=new Set(["org.opencontainers.image.base.digest"])
function makeIndex(images){const sorted=[...images].sort((a,b)=>a.platform<b.platform?-1:a.platform>b.platform?1:0)
const own=sorted.flatMap(({labels:labels})=>Object.keys(labels).filter(key=>key.startsWith("com.lucid.")))
const annotations=[...annotated,...[...new Set(own)].sort()].flatMap(key=>{const values=sorted.map(({labels:labels})=>labels[key])
const value=values.find(one=>one!==undefined&&one!=="")
const told=value!==undefined&&(!perPlatform.has(key)||values.every(one=>one===value))
return told?[[key,value]]:[]})
const index={schemaVersion:2,mediaType:indexType,manifests:[...sorted.map(descriptorOf),...sorted.flatMap(({attestations:attestations})=>attestations)],...annotations.length>0&&{annotations:Object.fromEntries(annotations)}}
const bytes=(new TextEncoder).encode(JSON.stringify(index))
return{bytes:bytes,digest:`sha256:${(0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex")}`}}function hasSameImages({content:content},index){if(content.kind!=="index")return false
const ours=JSON.parse((new TextDecoder).decode(index.bytes)).manifests
const names=manifests=>manifests.filter(one=>!image_index_isAttestation(one)).map(({digest:digest})=>digest).sort().join()
return names(content.manifests)===names(ours)}function image_index_isAttestation({platform:platform}){return platform?.os==="unknown"}function descriptorOf({mediaType:mediaType,digest:digest,manifestSize:manifestSize,os:os,architecture:architecture,variant:variant}){const platform={architecture:architecture,os:os,...variant!==undefined&&{variant:variant}}
return{mediaType:mediaType,digest:digest,size:manifestSize,platform:platform}}function gather(service,planned,built){const images=[]
const gaps=[]
for(const platform of service.platforms){const mine=list=>list.find(one=>one.service===service.name&&one.platform===platform)
const row=mine(built)
const plan=mine(planned)
if(row!==undefined){const{outcome:outcome,contentRef:contentRef,digest:digest}=row
const good=outcome==="built"||outcome==="unchanged"
if(good&&digest!==undefined)images.push({platform:platform,contentRef:contentRef,digest:digest,fresh:outcome==="built"})
else{const kind=outcome==="skipped"||outcome==="cancelled"?"skipped":"failed"
const why=row.error?.message??(good?"it has no digest":undefined)
gaps.push({kind:kind,text:`${platform}: build ${outcome}${why===undefined?"":`: ${why}`}`})}}else if(plan?.decision.kind==="unchanged")images.push({platform:platform,contentRef:plan.contentRef,digest:plan.decision.digest,fresh:false})
else if(plan?.decision.kind==="blocked")gaps.push({kind:"failed",text:`${platform}: ${plan.decision.problems[0]?.message??"blocked"}`})
else gaps.push({kind:"skipped",text:`${platform}: not built`})}if(gaps.length===0&&images.length>0)return{kind:"complete",images:images}
const kind=gaps.some(gap=>gap.kind==="failed")?"failed":"skipped"
return{kind:kind,reason:gaps.map(({text:text})=>text).join("; ")||"the catalog names no platform for it"}}async function indexOver(registry,images,patient){const facts=await Promise.all(images.map(image=>factsOf(registry,image,patient)))
return{index:makeIndex(facts),facts:facts}}async function factsOf(registry,{platform:platform,contentRef:contentRef,digest:digest,fresh:fresh},patient){let facts=await registry.imageFacts(contentRef,platform)
while(facts===undefined&&fresh&&await patient.again())facts=await registry.imageFacts(contentRef,platform)
const wrong=(message,fix)=>new errors.yo({code:"publish/content",message:message,fix:fix})
if(facts===undefined)throw wrong(`${contentRef} is not in the registry`,"build it again")
if(facts.digest!==digest&&facts.indexDigest!==digest)throw wrong(`${contentRef} holds ${facts.digest}, but ${digest} was built`,"another run built the same source meanwhile: run again")
if(`${facts.os}/${facts.architecture}`!==platform.split("/",2).join("/"))throw wrong(`${contentRef} is made for ${facts.platform}, not ${platform}`,"build it again for that platform")
return facts}const firstMs=50
function patience_patience(lagMs,wait,signal){let next=firstMs
let left=lagMs
return{async again(){if(left<=0||signal?.aborted)return false
const ms=Math.min(next,left)
left-=ms
next=Math.min(next*2,4e3)
await wait(ms)
return true},over(){next=firstMs}}}function patientOf({options:options,signal:signal},how){const until=how==="signalled"?signal:undefined
return patience_patience(options?.lagMs??2e4,waitFor(until),until)}function waitFor(signal){return ms=>new Promise(resolve=>{if(signal?.aborted)return resolve()
const end=()=>{clearTimeout(timer)
signal?.removeEventListener("abort",end)
resolve()}
const timer=setTimeout(end,ms)
signal?.addEventListener("abort",end,{once:true})})}const unknownParts=new Set(["BLOB_UNKNOWN","MANIFEST_UNKNOWN","MANIFEST_BLOB_UNKNOWN"])
async function putPatiently(registry,ref,bytes,mediaType,patient){for(;;){try{return await registry.putManifest(ref,bytes,mediaType)}catch(error){const code=error.registryCode
if(typeof code!=="string"||!unknownParts.has(code)||!await patient.again())throw error}}}async function copyIndex(registry,from,to,index,patient){const children=JSON.parse((new TextDecoder).decode(index.bytes)).manifests
for(const child of children)await copyImage(registry,from,to,child,patient)
await putPatiently(registry,`${to}@${index.digest}`,index.bytes,indexType,patient)}async function copyImage(registry,from,to,child,patient){const{digest:digest}=child
if(await registry.head(`${to}@${digest}`)!==undefined)return
const manifest=await registry.manifest(`${from}@${digest}`)
if(manifest===undefined)throw new errors.yo({code:"publish/content",message:`${digest} of ${from} is gone, so it cannot be copied to ${to}`,fix:image_index_isAttestation(child)?"build it again: its attestation was deleted":"build it again"})
const{content:content,bytes:bytes,descriptor:descriptor}=manifest
const blobs=content.kind==="image"?[content.config,...content.layers]:[]
const wanted=distinct(blobs).filter(blob=>!isForeign(blob))
await Promise.all(wanted.map(blob=>registry.copyBlob(from,to,blob)))
await putPatiently(registry,`${to}@${digest}`,bytes,descriptor.mediaType,patient)}function distinct(blobs){return[...new Map(blobs.map(blob=>[blob.digest,blob])).values()]}function isForeign({mediaType:mediaType}){return/nondistributable|foreign/.test(mediaType)}var documents_build=__webpack_require__(5966)
function failedVerification({policy:policy},images){if(policy.verify!=="required")return undefined
const failed=images.flatMap(({platform:platform,checks:checks})=>(0,documents_build.H)(checks).map(({name:name,actual:actual,expected:expected})=>`${platform}: ${name} is ${actual}, not ${expected}`))
return failed.length===0?undefined:`verification failed: ${failed.join("; ")}`}function heldForSource({dirty:dirty,revision:revision},{allowDirty:allowDirty=false}){if(allowDirty)return undefined
if(revision===noGitRevision)return"built without git: no commit stands for it (--allow-dirty lets it pass)"
return dirty?"uncommitted changes: commit them first (--allow-dirty lets them pass)":undefined}function smokeGate(service,images,smoked,{requireSmoke:requireSmoke=true}){if(!requireSmoke||service.policy.smoke!=="required")return{kind:"open",proven:[]}
if(service.health===undefined&&service.ports.length===0)return{kind:"open",proven:[]}
const rows=images.map(image=>{const about=smoked.filter(row=>row.service===service.name&&row.platform===image.platform)
return{image:image,row:about.find(({digest:digest})=>digest===image.digest)??about[0]}})
for(const{image:image,row:row}of rows)if(row?.verdict==="unhealthy"&&row.digest===image.digest)return{kind:"shut",why:`smoke on ${image.platform}: ${wordsFor(row)}`}
const open=rows.filter(({image:image,row:row})=>row?.verdict!=="healthy"||row.digest!==image.digest)
const proven=images.filter(image=>!open.some(one=>one.image===image))
if(open.length===0)return{kind:"open",proven:proven}
return{kind:"unproven",proven:proven,images:open.map(({image:image,row:row})=>({...image,why:whyUnproven(image,row)}))}}function whyUnproven({platform:platform,digest:digest},row){if(row===undefined||row.verdict==="skipped")return`smoke did not run on ${platform}${row?.reason===undefined?"":`: ${row.reason}`}`
if(row.digest!==digest)return`smoke on ${platform} ran ${row.digest}, which is not what is published`
return`smoke on ${platform}: ${wordsFor(row)}`}function wordsFor({verdict:verdict,failure:failure,reason:reason}){const said=failure?.guess??reason
return said===undefined?verdict:`${verdict}, ${said}`}const ledgerType="application/vnd.lucid.publication.v1+json"
const manifestType="application/vnd.oci.image.manifest.v1+json"
const emptyBlob=(new TextEncoder).encode("{}")
const keys={revision:"org.opencontainers.image.revision",committedAt:"org.opencontainers.image.created",digest:"com.lucid.publication.index",sequence:"com.lucid.publication.sequence"}
function ledgerTags(floating,copies){return Array.from({length:copies},(_,i)=>{const suffix=i===0?".published":`.published-${i+1}`
const room=128-suffix.length
if(floating.length<=room)return floating+suffix
const hash=(0,external_node_crypto_.createHash)("sha256").update(floating).digest("hex").slice(0,16)
return`${floating.slice(0,room-17)}-${hash}${suffix}`})}function writeLedger({revision:revision,committedAt:committedAt,digest:digest,sequence:sequence}){const empty={mediaType:"application/vnd.oci.empty.v1+json",digest:`sha256:${(0,external_node_crypto_.createHash)("sha256").update(emptyBlob).digest("hex")}`,size:emptyBlob.length}
const manifest={schemaVersion:2,mediaType:manifestType,artifactType:ledgerType,config:empty,layers:[empty],annotations:{[keys.revision]:revision,[keys.committedAt]:committedAt,[keys.digest]:digest,[keys.sequence]:String(sequence)}}
return(new TextEncoder).encode(JSON.stringify(manifest))}function readLedger({content:content},tag){const{annotations:annotations}=content
const revision=annotations[keys.revision]
const digest=annotations[keys.digest]
const sequence=Number(annotations[keys.sequence])
const ours=content.kind==="image"&&content.artifactType===ledgerType
if(!ours||!revision||!/^sha256:[0-9a-f]{64}$/.test(digest??"")||!digest||!Number.isSafeInteger(sequence))throw new errors.yo({code:"publish/ledger",message:`the tag ${tag} does not hold the record of who published`,why:"it was overwritten by something else",fix:`delete the tag ${tag}, then publish again`})
return{revision:revision,committedAt:annotations[keys.committedAt]??"",digest:digest,sequence:sequence}}function samePublication(a,b){return a?.revision===b?.revision&&a?.digest===b?.digest}async function standing(order,allowUnordered,published,ours){if(samePublication(published,ours))return"same"
const known=published.revision===ours.revision?"same":await order(published.revision,ours.revision)
if(known==="newer"||known==="older")return known
if(known==="unknown"&&!allowUnordered)return"unknown"
if(published.sequence!==ours.sequence)return ours.sequence>published.sequence?"newer":"older"
return`${ours.digest} ${ours.revision}`>`${published.digest} ${published.revision}`?"newer":"older"}async function promote(promotion){const tried={tag:false}
try{return await settle(promotion,tried)}catch(cause){if(!tried.tag)throw cause
const{image:image,tag:tag}=promotion
throw new errors.yo({code:"publish/unconfirmed",message:`${image}:${tag} may have moved, but that could not be confirmed`,why:cause.message.split("\n",1)[0]??"",fix:"publish again: what is done is found and kept"},{cause:cause})}}async function settle(promotion,tried){const{registry:registry,image:image,tag:tag,index:index,signal:signal,patient:patient}=promotion
const places=ledgerTags(tag,promotion.copies??2)
const look=async()=>{const[named,...ledger]=await Promise.all([registry.head(`${image}:${tag}`),...places.map(async place=>{const manifest=await registry.manifest(`${image}:${place}`)
return manifest&&readLedger(manifest,place)})])
return{ledger:ledger,tag:named?.digest}}
const first=await look()
const ours=ourPublication(promotion,first)
let view=first
const written=new Map
for(let round=0;round<20;round++){const newest=await newestOf(promotion,ours,view)
if(newest.kind==="unordered")return newest
const best=newest.publication
const step=nextStep(view,best,best===ours?undefined:written)
if(step===undefined)return ending(promotion,ours,best,first.tag)
if(written.size===0&&signal?.aborted)return{kind:"cancelled"}
const[ref,bytes,type]=step.kind==="tag"?[`${image}:${tag}`,await indexOf(promotion,best),indexType]:[`${image}:${places[step.copy]}`,writeLedger(best),manifestType]
if(step.kind==="ledger"&&view.ledger[step.copy]===undefined)await registry.putBlob(image,emptyBlob)
tried.tag||=step.kind==="tag"
await putPatiently(registry,ref,bytes,type,patient)
written.set(promote_keyOf(step),promote_valueAt(best,step))
const before=shown(view,step)
view=await look()
while(shown(view,step)===before&&await patient.again())view=await look()
patient.over()}throw new errors.yo({code:"publish/not-shown",message:`${image}:${tag} does not come to rest`,why:`the registry shows ${view.tag??"nothing"} where ${index.digest} was written`,fix:"publish again when nobody else does"})}function ourPublication({index:index,revision:revision,committedAt:committedAt},{ledger:ledger}){const ours={revision:revision,committedAt:committedAt,digest:index.digest,sequence:0}
const same=ledger.find(entry=>samePublication(entry,ours))
return same??{...ours,sequence:1+Math.max(0,...ledger.map(entry=>entry?.sequence??0))}}async function newestOf({order:order,allowUnordered:allowUnordered},ours,{ledger:ledger}){let newest=ours
for(const entry of ledger){if(entry===undefined)continue
const stands=await standing(order,allowUnordered,entry,newest)
if(stands==="older")newest=entry
else if(stands==="unknown"&&newest===ours)return{kind:"unordered",than:entry}}return{kind:"newest",publication:newest}}function nextStep(view,best,written){const steps=[...view.ledger.map((_,copy)=>({kind:"ledger",copy:copy})),{kind:"tag"}]
return steps.find(step=>shown(view,step)!==promote_valueAt(best,step)&&(written===undefined||written.get(promote_keyOf(step))===shown(view,step)))}function promote_keyOf(step){return step.kind==="tag"?"tag":`ledger ${step.copy}`}function promote_valueAt(publication,step){return step.kind==="tag"?publication.digest:`${publication.revision} ${publication.digest}`}function shown(view,step){if(step.kind==="tag")return view.tag
const entry=view.ledger[step.copy]
return entry&&promote_valueAt(entry,step)}async function indexOf({registry:registry,image:image,index:index},{digest:digest}){if(digest===index.digest)return index.bytes
const manifest=await registry.manifest(`${image}@${digest}`)
if(manifest===undefined)throw new errors.yo({code:"publish/index-gone",message:`the index ${digest} of ${image} is gone, although it was published last`,fix:"run the newest commit's workflow again"})
return manifest.bytes}function ending({tag:tag},ours,best,previous){if(best===ours)return previous!==ours.digest?{kind:"moved",...previous!==undefined&&{previous:previous}}:{kind:"present"}
const who=best.revision===ours.revision?"a later run of this commit":`${best.revision.slice(0,12)}, which is newer`
return{kind:"superseded",by:best,why:`${tag} was published by ${who}`}}const proofType="application/vnd.lucid.smoke.v1+json"
const proof_keys={digest:"com.lucid.smoke.digest",verdict:"com.lucid.smoke.verdict",revision:"org.opencontainers.image.revision"}
function proofTag(digest){const[algorithm="",hex=""]=digest.split(":")
return`${algorithm}-${hex.slice(0,100)}.smoke`}async function writeProof(registry,image,proof){const empty=await registry.putBlob(image,emptyBlob)
const{digest:digest,size:size}=empty
const descriptor={mediaType:"application/vnd.oci.empty.v1+json",digest:digest,size:size}
const manifest={schemaVersion:2,mediaType:manifestType,artifactType:proofType,config:descriptor,layers:[descriptor],annotations:{[proof_keys.digest]:proof.digest,[proof_keys.verdict]:proof.verdict,[proof_keys.revision]:proof.revision}}
const bytes=(new TextEncoder).encode(JSON.stringify(manifest))
await registry.putManifest(`${image}:${proofTag(proof.digest)}`,bytes,manifestType)}async function readProof(registry,image,digest){const manifest=await registry.manifest(`${image}:${proofTag(digest)}`)
return manifest&&proofIn(manifest,digest)}function proofIn({content:content},digest){if(content.kind!=="image"||content.artifactType!==proofType)return undefined
const{[proof_keys.verdict]:verdict,[proof_keys.revision]:revision=""}=content.annotations
if(content.annotations[proof_keys.digest]!==digest)return undefined
return verdict==="healthy"||verdict==="unhealthy"?{digest:digest,verdict:verdict,revision:revision}:undefined}function candidatesFor(service){const begin=image=>({service:service,image:image,images:[],facts:[],tags:[],spent:0})
const first=begin(service.image)
return[first,...(service.copies??[]).map(image=>({...begin(image),of:first}))]}function row_tagsOf({service:service},plan){return plan.tags[service.name]??{immutable:[],floating:[]}}function outcomeOf(tags){if(tags.some(({state:state})=>state==="written"||state==="moved"))return"published"
if(tags.some(({state:state})=>state==="present"||state==="kept"))return"unchanged"
return"skipped"}function toRow(candidate,copies,plan){const{service:service,image:image,images:images,facts:facts,index:index,signed:signed}=candidate
const all=allTags(candidate,plan)
const given=all.some(({state:state})=>state!=="held"&&state!=="kept")
const{outcome:outcome,reason:reason}=together(candidate,copies)
const why=reason??(all.length===0?"this run gives it no tag":undefined)
return{service:service.name,image:image,outcome:outcome,...given&&index&&{digest:index.digest},platforms:images.map(({platform:platform,digest:digest},i)=>{const{size:size,layers:layers}=facts[i]??{}
return{platform:platform,digest:digest,...size!==undefined&&{size:size},...layers&&{layers:layers.length}}}),tags:all,...copies.length>0&&{copies:copies.map(copy=>copyRow(copy,plan))},...signed&&{signed:signed},...why!==undefined&&{reason:why},durationMs:Math.round([candidate,...copies].reduce((sum,{spent:spent})=>sum+spent,0))}}function copyRow(copy,plan){const{image:image,outcome:outcome="skipped",reason:reason}=copy
return{image:image,outcome:outcome,tags:allTags(copy,plan),...reason!==undefined&&{reason:reason}}}function allTags(candidate,plan){const{tags:tags,reason:reason}=candidate
const planned=row_tagsOf(candidate,plan)
const missed=["immutable","floating"].flatMap(kind=>planned[kind].filter(tag=>!tags.some(one=>one.kind===kind&&one.tag===tag)).map(tag=>({tag:tag,kind:kind,state:"held",...reason!==undefined&&{why:reason}})))
return[...tags,...missed]}function together(candidate,copies){const{outcome:outcome="skipped",reason:reason}=candidate
for(const bad of["failed","cancelled","superseded"]){const copy=copies.find(one=>one.outcome===bad)
if(outcome===bad||outcome==="failed"||copy===undefined)continue
return{outcome:bad,reason:`${copy.image}: ${copy.reason??bad}`}}const wrote=outcome==="unchanged"&&copies.some(copy=>copy.outcome==="published")
return{outcome:wrote?"published":outcome,...reason!==undefined&&{reason:reason}}}function tell({service:service,of:of,outcome:outcome,reason:reason,tags:tags},progress){if(of!==undefined&&outcome!=="failed")return
const moved=tags.filter(({state:state})=>state==="written"||state==="moved").map(({tag:tag})=>tag)
const text=reason??(moved.length>0?moved.join(", "):outcome)
const state=outcome==="failed"?"failed":"done"
progress?.({stage:"publish",subject:service.name,state:state,...text!==undefined&&{text:text}})}function reasonOf(error){if(error instanceof errors.yo)return error.problems.map(({message:message,why:why,fix:fix})=>[message,why,fix&&`fix: ${fix}`].filter(Boolean).join("; ")).join(" | ")
return error instanceof Error?error.message:String(error)}async function floating(candidate,context){const{index:index,tags:tags}=candidate
const wanted=row_tagsOf(candidate,context.plan).floating
if(index===undefined)return
const held=wanted.length===0?undefined:await gateOf(candidate,context)
if(held!==undefined){candidate.reason=held
for(const tag of wanted)tags.push({tag:tag,kind:"floating",state:"held",why:held})}else if(wanted.length>0){await prepare(candidate,index,context)
for(const tag of wanted)await move(candidate,index,tag,context)}candidate.outcome??=outcomeOf(tags)}async function prepare(candidate,index,context){const ref=`${candidate.image}@${index.digest}`
if(candidate.stored===undefined)await putPatiently(context.registry,ref,index.bytes,indexType,patientOf(context,"signalled"))
if(context.sign===undefined)return
await context.sign(ref)
candidate.signed=true}async function move(candidate,index,tag,context){const{registry:registry,order:order,signal:signal,plan:plan,options:options}=context
const{revision:revision,committedAt:committedAt}=plan.source
const promoted=await promote({...{registry:registry,order:order,image:candidate.image,tag:tag,index:index,revision:revision,committedAt:committedAt},allowUnordered:options?.allowUnordered??false,patient:patientOf(context,"to the end"),...signal&&{signal:signal}})
note(candidate,tag,promoted,revision)}function gateOf(candidate,context){const first=candidate.of??candidate
first.gate??=whyHeld(first,context)
return first.gate}async function whyHeld({service:service,image:image,images:images},{plan:plan,smoke:smoke,options:options={},registry:registry}){const source=heldForSource(plan.source,options)
if(source!==undefined)return source
const gate=smokeGate(service,images,smoke?.services??[],options)
if(gate.kind==="shut")return gate.why
await floating_record(image,gate.proven,plan.source.revision,registry)
if(gate.kind==="open")return undefined
for(const{platform:platform,digest:digest,why:why}of gate.images){const proof=await readProof(registry,image,digest)
if(proof?.verdict==="unhealthy")return`smoke on ${platform}: unhealthy in another job or run, for commit ${proof.revision.slice(0,12)}`
if(proof===undefined)return why}return undefined}async function floating_record(image,proven,revision,registry){for(const{digest:digest}of proven){const known=await readProof(registry,image,digest)
if(known?.verdict!=="healthy")await writeProof(registry,image,{digest:digest,verdict:"healthy",revision:revision})}}function note(candidate,tag,promoted,revision){const kind="floating"
const hold=why=>{candidate.tags.push({tag:tag,kind:kind,state:"held",why:why})
candidate.reason??=why}
switch(promoted.kind){case"present":candidate.tags.push({tag:tag,kind:kind,state:"present"})
return
case"moved":{const{previous:previous}=promoted
const state=previous===undefined?"written":"moved"
candidate.tags.push({tag:tag,kind:kind,state:state,...previous!==undefined&&{previous:previous}})
return}case"superseded":hold(promoted.why)
candidate.outcome="superseded"
return
case"unordered":hold(unorderedWords(tag,promoted.than.revision,revision))
return
case"cancelled":hold("cancelled")
candidate.outcome??="cancelled"
return}}function unorderedWords(tag,published,ours){const nameless=[published,ours].includes(noGitRevision)
const fix=nameless?"one of them was built without git; --allow-unordered moves the tag all the same":"check out the whole history (fetch-depth: 0), or bring the branches together; --allow-unordered moves the tag all the same"
return`${tag}: cannot tell whether ${published.slice(0,12)}, which is published, comes before ${ours.slice(0,12)}: ${fix}`}async function writeImmutable(where,index){const{registry:registry,image:image,tags:tags,patient:patient,done:done}=where
const there=await Promise.all(tags.map(tag=>immutable_look(where,tag,index)))
const taken=tags.flatMap((tag,i)=>{const found=there[i]
return found?.kind==="taken"?[{tag:tag,digest:found.digest}]:[]})
if(taken.length>0)throw new errors.yo(taken.map(({tag:tag,digest:digest})=>conflict(image,tag,digest,index.digest)))
let best=there.find(found=>found.kind==="ours")?.index??index
for(const[i,tag]of tags.entries()){const found=there[i]
const kind="immutable"
if(found?.kind==="ours")done({tag:tag,kind:kind,state:"present"})
else if(found?.kind==="kept"){const{digest:digest}=found
done({tag:tag,kind:kind,state:"kept",previous:digest,why:`stays with ${digest}, this commit's first build`})}else{await putPatiently(registry,`${image}:${tag}`,best.bytes,indexType,patient)
best=await immutable_readBack(where,tag,best)
done({tag:tag,kind:kind,state:"written"})}}return best}async function immutable_look(where,tag,index){const{registry:registry,image:image,revision:revision}=where
const digest=(await registry.head(`${image}:${tag}`))?.digest
if(digest===undefined)return{kind:"free"}
if(digest===index.digest)return{kind:"ours",index:index}
const manifest=await registry.manifest(`${image}@${digest}`)
if(manifest===undefined)return{kind:"taken",digest:digest}
if(hasSameImages(manifest,index))return{kind:"ours",index:{digest:digest,bytes:manifest.bytes}}
return isOfCommit(manifest,tag,revision)?{kind:"kept",digest:digest}:{kind:"taken",digest:digest}}function isOfCommit({content:content},tag,revision){if(!/^[0-9a-f]{40,64}$/.test(revision))return false
return tag.includes(revision.slice(0,7))||content.annotations["org.opencontainers.image.revision"]===revision}async function immutable_readBack({registry:registry,image:image,patient:patient},tag,index){let now=await registry.head(`${image}:${tag}`)
while(now===undefined&&await patient.again())now=await registry.head(`${image}:${tag}`)
patient.over()
if(now===undefined)throw new errors.yo({code:"publish/not-shown",message:`${image}:${tag} was accepted, but the registry does not show it`,fix:"publish again: what is done is found and kept"})
if(now.digest===index.digest)return index
const manifest=await registry.manifest(`${image}@${now.digest}`)
if(manifest===undefined||!hasSameImages(manifest,index))throw new errors.yo(conflict(image,tag,now.digest,index.digest))
return{digest:now.digest,bytes:manifest.bytes}}function conflict(image,tag,there,ours){return{code:"publish/immutable",message:`${image}:${tag} already names ${there}, and immutable tags are never overwritten`,why:`this run has ${ours}`,fix:"make the tag rule tell the builds apart, make the tag floating, or delete the tag if it is wrong"}}async function publish(input){const started=performance.now()
const{plan:plan}=input
const services=plan.selected.flatMap(name=>plan.services.find(service=>service.name===name)??[])
const candidates=services.flatMap(candidatesFor)
const context={...input,order:publish_remembering(input.order)}
for(const step of[publish_verify,immutable,copy,floating])await each(candidates,input.options?.concurrency??16,candidate=>guarded(step,candidate,context))
return{kind:"lucid.publish",version:1,revision:plan.source.revision,services:candidates.filter(({of:of})=>of===undefined).map(one=>toRow(one,candidates.filter(({of:of})=>of===one),plan)),durationMs:Math.round(performance.now()-started)}}async function guarded(step,candidate,context){if(candidate.outcome!==undefined)return
const started=performance.now()
try{if(context.signal?.aborted)end(candidate,"cancelled","cancelled")
else await step(candidate,context)}catch(error){const unconfirmed=error instanceof errors.yo&&error.problems[0]?.code==="publish/unconfirmed"
if(context.signal?.aborted&&!unconfirmed)end(candidate,"cancelled","cancelled")
else end(candidate,"failed",reasonOf(error))}candidate.spent+=performance.now()-started
if(candidate.outcome!==undefined)tell(candidate,context.progress)}async function publish_verify(candidate,context){const{service:service}=candidate
const{plan:plan,build:build,registry:registry,progress:progress}=context
if(candidate.of!==undefined)return
progress?.({stage:"publish",subject:service.name,state:"started"})
const built=build?.images.filter(image=>image.service===service.name)??[]
const complete=gather(service,plan.images,built)
if(complete.kind!=="complete")return end(candidate,complete.kind,complete.reason)
candidate.images=complete.images
const failed=failedVerification(service,built)
if(failed!==undefined)return end(candidate,"failed",failed)
Object.assign(candidate,await indexOver(registry,complete.images,patientOf(context,"signalled")))}async function immutable(candidate,context){if(candidate.of===undefined)await tagOnce(candidate,context)}async function copy(candidate,context){const{of:of,image:image,service:service}=candidate
if(of===undefined)return
const{index:index,images:images}=of
if(of.outcome!==undefined||index===undefined)return end(candidate,"skipped",`${service.name} was not published`)
const tags=row_tagsOf(candidate,context.plan)
if(tags.immutable.length+tags.floating.length===0)return
await copyIndex(context.registry,of.image,image,index,patientOf(context,"signalled"))
Object.assign(candidate,{index:index,images:images,stored:true})
await tagOnce(candidate,context)}async function tagOnce(candidate,context){const{image:image,index:index}=candidate
if(index===undefined)return
const{registry:registry,plan:plan,signal:signal}=context
candidate.index=await writeImmutable({...{registry:registry,image:image,tags:row_tagsOf(candidate,plan).immutable,revision:plan.source.revision},patient:patientOf(context,"signalled"),done:tag=>{candidate.tags.push(tag)
if(tag.state!=="kept")candidate.stored=true
signal?.throwIfAborted()}},index)}function end(candidate,outcome,reason){candidate.outcome=outcome
candidate.reason=reason}function publish_remembering(order){const answers=new Map
return(published,ours)=>{const key=`${published} ${ours}`
const ask=async()=>order(published,ours)
const answer=answers.get(key)??ask().catch(()=>"unknown")
answers.set(key,answer)
return answer}}async function each(items,limit,work){const queue=items.values()
const worker=async()=>{for(const item of queue)await work(item)}
await Promise.all(Array.from({length:Math.min(limit,items.length)},worker))}function composeFile(stack){const{use:use,project:project,network:network,parts:parts}=stack
const labels=use.kind==="smoke"&&{labels:use.labels}
const taken=new Set
return compose_literal({name:project,services:Object.fromEntries(parts.map(part=>[part.name,{...compose_service(part,stack,taken),...labels,networks:{[network.name]:{aliases:[part.name]}}}])),networks:{[network.name]:{...use.kind==="deployment"&&{name:network.name},...labels,...network.subnet!==undefined&&{ipam:{config:[{subnet:network.subnet}]}}}}})}function composeText(stack){const about={smoke:"Made from the catalog. Images are pinned by digest; ports are picked by the engine.",deployment:"Made from the catalog. Images are pinned by digest."}[stack.use.kind]
const notes=doubledPorts(stack).map(note=>`# ${note}\n`)
return`# ${about}\n${notes.join("")}${(0,dist.As)(composeFile(stack),{version:"1.1",lineWidth:0,defaultStringType:"QUOTE_DOUBLE",defaultKeyType:"PLAIN",aliasDuplicateObjects:false})}`}function doubledPorts({use:use,parts:parts}){if(use.kind==="smoke")return[]
const owners=new Map
return parts.flatMap(({name:name,ports:ports})=>ports.flatMap(({published:published,protocol:protocol})=>{if(published===undefined)return[]
const key=`${published}/${protocol}`
const owner=owners.get(key)
if(owner===undefined)owners.set(key,name)
return owner===undefined||owner===name?[]:[`${name} wants port ${published} of the host too, which is ${owner}'s; it gets one that the engine picks.`]}))}function tcpPorts({health:health,ports:ports}){const probed=health!==undefined&&"port"in health?[health.port]:[]
return[...new Set([...probed,...ports.filter(port=>port.protocol==="tcp").map(port=>port.container)])]}function compose_service(part,stack,taken){const{use:use,parts:parts,selfChecked:selfChecked}=stack
const needs=part.needs.filter(need=>parts.some(({name:name})=>name===need))
const ports=use.kind==="smoke"?ephemeral(part,stack.address??"127.0.0.1"):published(part,taken)
return{image:part.image,...part.platform!==undefined&&{platform:part.platform},...part.command!==undefined&&{command:part.command},restart:use.kind==="smoke"?"no":"unless-stopped",environment:Object.entries(part.env).map(([name,value])=>`${name}=${value}`),...ports.length>0&&{ports:ports},...needs.length>0&&{depends_on:Object.fromEntries(needs.map(need=>[need,{condition:selfChecked.has(need)?"service_healthy":"service_started"}]))},...hardened(part),logging:{driver:"json-file",options:{"max-size":"4m","max-file":"2"}}}}function ephemeral(part,address){const udp=part.ports.filter(port=>port.protocol==="udp").map(port=>`${address}::${port.container}/udp`)
return[...tcpPorts(part).map(port=>`${address}::${port}`),...udp]}function published({ports:ports},taken){return ports.flatMap(({container:container,published:host,protocol:protocol})=>{if(host===undefined)return[]
const key=`${host}/${protocol}`
const free=!taken.has(key)
taken.add(key)
return[`${free?`${host}:`:""}${container}${protocol==="udp"?"/udp":""}`]})}function hardened({hardening:hardening}){if(hardening===undefined)return{}
const{readOnly:readOnly,tmpfs:tmpfs,capDrop:capDrop,noNewPrivileges:noNewPrivileges,memory:memory,pids:pids}=hardening
return{read_only:readOnly,...tmpfs.length>0&&{tmpfs:tmpfs},...capDrop.length>0&&{cap_drop:capDrop},...noNewPrivileges&&{security_opt:["no-new-privileges:true"]},...memory!==undefined&&{mem_limit:memory},...pids!==undefined&&{pids_limit:pids}}}function compose_literal(value){if(typeof value==="string")return value.replaceAll("$","$$$$")
if(Array.isArray(value))return value.map(item=>compose_literal(item))
if(typeof value==="object")return Object.fromEntries(Object.entries(value).map(([key,inner])=>[key,compose_literal(inner)]))
return value}function deployment({project:project,network:network,services:services,externals:externals},published){const own=services.flatMap(service=>{const image=published.get(service.name)
if(image===undefined||service.ports.length===0&&service.health===undefined)return[]
const{name:name,env:env,ports:ports,health:health,needs:needs,hardening:hardening}=service
return[{...{name:name,env:env,ports:ports,needs:needs,hardening:hardening,image:`${service.image}@${image.digest}`},...health!==undefined&&{health:health}}]})
const needed=new Set(own.flatMap(({needs:needs})=>needs))
for(const name of needed)for(const need of externals.find(one=>one.name===name)?.needs??[])needed.add(need)
const others=externals.filter(({name:name})=>needed.has(name)).map(({name:name,image:image,command:command,env:env,ports:ports,health:health,needs:needs})=>({...{name:name,image:image,env:env,ports:ports,needs:needs},...command!==undefined&&{command:command},...health!==undefined&&{health:health}}))
const selfChecked=new Set([...published].filter(([,{healthcheck:healthcheck}])=>healthcheck).map(([name])=>name))
return{use:{kind:"deployment"},project:project,network:network,parts:[...others,...own],selfChecked:selfChecked}}async function writeDeployment(out,plan,{services:rows},registry){const needed=new Set([...plan.services,...plan.externals].flatMap(({needs:needs})=>needs))
const found=await Promise.all(plan.services.map(async service=>{const row=rows.find(one=>one.service===service.name)
const digest=(row&&earned(row))??await floatingDigest(service,plan,registry)
if(digest===undefined)return undefined
const healthcheck=needed.has(service.name)&&await checksItself(service,digest,registry)
return[service.name,{digest:digest,healthcheck:healthcheck}]}))
const published=new Map(found.filter(one=>one!==undefined))
const externals=await Promise.all(plan.externals.map(external=>pinned(external,registry)))
const stack=deployment({...plan,externals:externals},published)
if(!stack.parts.some(({name:name})=>published.has(name)))return undefined
return writeWhole(external_node_path_.join(out,"compose.yml"),composeText(stack))}function earned({digest:digest,tags:tags}){return tags.some(({kind:kind,state:state})=>kind==="floating"&&state==="held")?undefined:digest}async function floatingDigest(service,{source:source,project:project},registry){const push={...source,event:{kind:"push",branch:source.defaultBranch??"main"}}
const[tag]=serviceTags(service,push,{project:project}).floating
return tag===undefined?undefined:(await registry.head(`${service.image}:${tag}`))?.digest}async function checksItself({image:image,platforms:platforms},digest,registry){const[platform="linux/arm64"]=platforms
const facts=await registry.imageFacts(`${image}@${digest}`,platform).catch(()=>undefined)
const test=facts?.healthcheck?.test[0]
return test!==undefined&&test!=="NONE"}async function pinned(external,registry){if(external.image.includes("@"))return external
const found=await registry.resolve(external.image).catch(()=>undefined)
return found===undefined?external:{...external,image:`${external.image}@${found.digest}`}}async function readSmokeResults({smokeResults:smokeResults,out:out},{cwd:cwd}){if(smokeResults===undefined)return lastDocument(out,"lucid.smoke",1)
const named=external_node_path_.resolve(cwd,smokeResults)
const results=await Promise.all((await filesIn(named)).map(file=>readDocument(file,"lucid.smoke",1)))
const found=results.filter(result=>result!==undefined)
if(found.length===0)throw new errors.yo({code:"document/missing",message:"holds no smoke.json",at:{file:smokeResults},fix:"name a smoke.json, or a folder with those of all legs; leave the option out to go by the registry's records"})
return mergeSmoke(found)}function mergeSmoke(results){const[first]=results
if(first===undefined)return undefined
const rows=new Map
for(const row of results.flatMap(({services:services})=>services)){const key=`${row.service} ${row.platform} ${row.digest}`
const known=rows.get(key)
if(known===undefined||severity[row.verdict]>severity[known.verdict])rows.set(key,row)}const durationMs=Math.max(...results.map(result=>result.durationMs))
return{...first,services:[...rows.values()],durationMs:durationMs}}const severity={skipped:0,healthy:1,unknown:2,unhealthy:3}
async function filesIn(named){const stats=await(0,promises_.stat)(named).catch(()=>undefined)
if(stats===undefined)return[]
if(!stats.isDirectory())return[named]
const names=await(0,promises_.readdir)(named,{recursive:true})
return names.filter(name=>external_node_path_.basename(name)==="smoke.json").sort().map(name=>external_node_path_.join(named,name))}var __addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){if(value!==null&&value!==void 0){if(typeof value!=="object"&&typeof value!=="function")throw new TypeError("Object expected.")
var dispose,inner
if(async){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
dispose=value[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
dispose=value[Symbol.dispose]
if(async)inner=dispose}if(typeof dispose!=="function")throw new TypeError("Object not disposable.")
if(inner)dispose=function(){try{inner.call(this)}catch(e){return Promise.reject(e)}}
env.stack.push({value:value,dispose:dispose,async:async})}else if(async){env.stack.push({async:true})}return value}
var __disposeResources=undefined&&undefined.__disposeResources||function(SuppressedError){return function(env){function fail(e){env.error=env.hasError?new SuppressedError(e,env.error,"An error was suppressed during disposal."):e
env.hasError=true}var r,s=0
function next(){while(r=env.stack.pop()){try{if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var result=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve()
if(env.hasError)throw env.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(error,suppressed,message){var e=new Error(message)
return e.name="SuppressedError",e.error=error,e.suppressed=suppressed,e})
async function publish_publish(options,world){const registry=openRegistries(options,world)
const plan=await planFor(options,world,registry)
const found=await buildFromRegistry(plan,registry)
const verified=await lastDocument(options.out,"lucid.verify",1)
const told=verified===undefined?found:(0,documents_verify.u)(found,verified)
const{docker:_,...reader}=world
const build=await verifyUnproven(reader,registry,plan,told)
const smoke=await readSmokeResults(options,world)
return publishBuilt(options,world,plan,build,smoke)}async function publishBuilt(options,world,plan,build,smoke){const env_1={stack:[],error:void 0,hasError:false}
try{const git=gitOf(plan.root,world)
const registry=openRegistries(options,{...world,signal:(new AbortController).signal})
const signer=__addDisposableResource(env_1,await signerFor(options,world),true)
const result=await publish({plan:plan,build:build,...smoke&&{smoke:smoke},registry:registry,...signer&&{sign:signer.sign},order:async(published,ours)=>{const known=await compareRevisions(git,published,ours)
return known==="unknown"?compareOnGitHub(world.env,options.githubToken,published,ours):known},options:{requireSmoke:options.requireSmoke,allowDirty:options.allowDirty,allowUnordered:options.allowUnordered},progress:world.progress,signal:world.signal})
await writeDocument(options.out,result)
await writeSubjects(options.out,"publish",result)
if(world.signal.aborted)return result
const composeFile=await writeDeployment(options.out,plan,result,registry)
if(composeFile===undefined)return result
const whole={...result,composeFile:composeFile}
await writeDocument(options.out,whole)
return whole}catch(e_1){env_1.error=e_1
env_1.hasError=true}finally{const result_1=__disposeResources(env_1)
if(result_1)await result_1}}async function signerFor(options,{exec:exec,env:env,signal:signal}){const{sign:sign,signKey:key,signLog:log}=options
if(sign==="off")return undefined
if(sign==="keyless")return openSigner({by:{kind:sign},log:true},{exec:exec,env:env,signal:signal})
if(key!==undefined)return openSigner({by:{kind:sign,key:key},log:log},{exec:exec,env:env,signal:signal})
throw new errors.yo({code:"options/value",message:"sign is `key`, and no key is named",fix:"name one with sign-key: a file, env://COSIGN_PRIVATE_KEY or the address of a key service; or sign keyless"})}var summary=__webpack_require__(8644)
async function report_report(options,world){const{out:out}=options
const plan=await planFor(options,world)
const[lint,build,verify,smoke,publish]=await Promise.all([lastDocument(out,"lucid.lint",1),lastDocument(out,"lucid.build",1),lastDocument(out,"lucid.verify",1),lastDocument(out,"lucid.smoke",1),lastDocument(out,"lucid.publish",1)])
const mine=document=>document?.revision===plan.source.revision?document:undefined
return writeReport(out,{plan:plan,...lint&&{lint:lint},...mine(build)&&{build:build},...mine(verify)&&{verify:verify},...mine(smoke)&&{smoke:smoke},...mine(publish)&&{publish:publish}})}async function writeReport(out,{plan:plan,...rest}){if(plan===undefined)throw new Error("a report needs a plan")
const{reportPage:reportPage}=await __webpack_require__.e(888).then(__webpack_require__.bind(__webpack_require__,4888))
const files={page:await writeWhole(external_node_path_.join(out,"report.html"),reportPage({plan:plan,...rest})),summary:await writeWhole(external_node_path_.join(out,"summary.md"),`${(0,summary.x)({plan:plan,...rest})}\n`)}
return{kind:"lucid.report",version:1,files:files}}var external_node_child_process_=__webpack_require__(1421)
var external_node_events_=__webpack_require__(8474)
function readDestination(address){if(!URL.canParse(address))return undefined
const{protocol:protocol,username:username,password:password,hostname:hostname,port:port,pathname:pathname,search:search,hash:hash}=new URL(address)
const plain=text=>/^[A-Za-z0-9_.:[\]%-]+$/.test(text)&&!text.startsWith("-")
if(protocol!=="ssh:"||password!==""||search!==""||hash!=="")return undefined
if(!plain(hostname)||username!==""&&!plain(username))return undefined
const host=hostname.replace(/^\[|\]$/g,"")
return{name:username===""?host:`${username}@${host}`,args:[...port===""?[]:["-p",port],...username===""?[]:["-l",username],"--",host],socket:pathname===""||pathname==="/"?"/var/run/docker.sock":pathname}}const patienceMs=3e4
async function openSsh(address,signal){const to=readDestination(address)
if(to===undefined)throw new errors.yo({code:"options/value",message:`docker-host ${JSON.stringify(address)} is no address for ssh`,fix:"write it as in ssh://pi@raspberrypi or ssh://pi@192.168.0.75:22"})
const folder=await(0,promises_.mkdtemp)(external_node_path_.join((0,external_node_os_.tmpdir)(),"lssh-"))
const control=external_node_path_.join(folder,"c")
const local=external_node_path_.join(folder,"d")
const options=["BatchMode=yes","ServerAliveInterval=15","ServerAliveCountMax=4","ControlPersist=no","ConnectTimeout=20"]
const master=(0,external_node_child_process_.spawn)("ssh",["-M","-N","-T","-S",control,...options.flatMap(one=>["-o",one]),"-L",`${local}:${to.socket}`,...to.args],{stdio:["ignore","ignore","pipe"]})
const close=async()=>{if(master.exitCode===null&&master.signalCode===null&&master.pid!==undefined){master.kill("SIGTERM")
await(0,external_node_events_.once)(master,"close")}await(0,promises_.rm)(folder,{recursive:true,force:true})}
try{await letIn(master,to.name,[control,local],signal)}catch(error){await close()
throw error}return{dockerHost:`unix://${local}`,reach:{open:async(port,stop)=>through(["-S",control,"-W",`127.0.0.1:${port}`,...to.args],stop),...{host:to.name,address:"127.0.0.1",near:false}},[Symbol.asyncDispose]:close}}async function letIn(master,name,sockets,signal){let said=""
let ended
master.stderr?.on("data",chunk=>{said=(said+chunk.toString()).slice(-2e3)})
master.on("error",error=>{ended=error.message})
master.on("close",code=>{ended??=`ssh ended with ${code}`})
const before=performance.now()
for(;;){signal.throwIfAborted()
if(ended!==undefined||performance.now()-before>patienceMs)throw new errors.yo({code:"engine/ssh",message:`ssh does not get into ${name}`,why:said.trim().split("\n").at(-1)||ended||`no answer within ${patienceMs/1e3} s`,fix:"see that `ssh` gets in there without a question: a key in the agent, and the machine in known_hosts"})
const there=await Promise.all(sockets.map(file=>(0,promises_.access)(file).then(()=>true,()=>false)))
if(there.every(Boolean))return
await(0,external_node_timers_promises_.setTimeout)(50)}}function through(args,signal){const child=(0,external_node_child_process_.spawn)("ssh",args,{stdio:["pipe","pipe","ignore"],signal:signal})
const duplex=external_node_stream_.Duplex.from({readable:child.stdout,writable:child.stdin})
child.on("error",error=>duplex.destroy(error))
duplex.on("close",()=>child.kill())
return duplex}async function openEngine(docker,wanted,ways){const{env:env,signal:signal,reachHost:reachHost}=ways
if(wanted.host!==undefined&&wanted.context!==undefined)throw new errors.yo({code:"options/value",message:"docker-host and docker-context both say which engine",fix:"keep one of them"})
const chosen=wanted.host!==undefined?{DOCKER_HOST:wanted.host,DOCKER_CONTEXT:""}:wanted.context!==undefined?{DOCKER_HOST:"",DOCKER_CONTEXT:wanted.context}:{}
const there=(args,options)=>docker(args,{...options,env:{...chosen,...options?.env}})
const address=wanted.host??await addressOf(there,wanted.context,env,signal)
const protocol=/^(\w+):/.exec(address)?.[1]
if(protocol==="ssh"){const door=await openSsh(address,signal)
const tunnel={DOCKER_HOST:door.dockerHost,DOCKER_CONTEXT:""}
return{docker:(args,options)=>docker(args,{...options,env:{...tunnel,...options?.env}}),reach:door.reach,[Symbol.asyncDispose]:()=>door[Symbol.asyncDispose]()}}const host=protocol==="tcp"||protocol==="https"||protocol==="http"?endpoint_hostOf(address):undefined
return{docker:there,reach:reachHost(host??"127.0.0.1"),[Symbol.asyncDispose]:async()=>{}}}async function addressOf(docker,context,env,signal){if(context===undefined&&env.DOCKER_HOST)return env.DOCKER_HOST
const args=["context","inspect","--format","{{.Endpoints.docker.Host}}"]
const found=await docker(context===undefined?args:[...args,"--",context],{signal:signal}).catch(()=>undefined)
if(found?.exitCode===0)return found.stdout.trim()
if(context===undefined)return""
throw new errors.yo({code:"options/value",message:`there is no Docker context ${JSON.stringify(context)}`,fix:"see `docker context ls`, or make it: docker context create pi --docker host=ssh://pi@raspberrypi"})}const loopback=/^(?:localhost|127\..*|\[?::1\]?)$/
function endpoint_hostOf(address){const url=address.replace(/^tcp:/,"http:")
if(!URL.canParse(url))return undefined
const{hostname:hostname}=new URL(url)
return loopback.test(hostname)?undefined:hostname.replace(/^\[|\]$/g,"")}var external_node_net_=__webpack_require__(7030)
function reachHost(host){const here=host==="127.0.0.1"
return{open:(port,signal)=>opened(host,port,signal),host:host,address:here?host:"0.0.0.0",near:here}}function opened(host,port,signal){return new Promise((resolve,reject)=>{signal.throwIfAborted()
const socket=(0,external_node_net_.connect)({host:host,port:port,noDelay:true})
const abort=()=>socket.destroy(signal.reason instanceof Error?signal.reason:new Error("interrupted"))
signal.addEventListener("abort",abort,{once:true})
const settle=()=>{signal.removeEventListener("abort",abort)
socket.off("error",reject)}
socket.once("error",reject)
socket.once("close",settle)
socket.once("connect",()=>{settle()
resolve(socket)})})}var external_node_perf_hooks_=__webpack_require__(643)
const invisible=/[\u200b-\u200d\u2028\u2029\u2060-\u2064\ufeff]/g
function harmless_harmless(line,limit=500){const plain=(0,harmless.wh)(line).replace(/[\t\n]/g,one=>one==="\t"?" ":"").replace(invisible,"").replace(/^(\s*):(?=:)/,"$1: ").replaceAll("##[","## [")
return plain.length>limit?`${plain.slice(0,limit)} ... (${plain.length-limit} more)`:plain}function harmlessLines(text,limit=500){return text.split(/\r\n|\n|\r/).map(line=>harmless_harmless(line,limit)).filter(line=>line.trim()!=="")}class EngineGone extends Error{name="EngineGone"}const engine_gone=/cannot connect to the docker daemon|error during connect|is the docker daemon running|docker daemon is not running|no space left on device/i
async function ask(docker,args,options={}){try{return await docker(args,{...options,env:{COMPOSE_DISABLE_ENV_FILE:"1",...options.env}})}catch(cause){throw new EngineGone(cause instanceof Error?cause.message:String(cause),{cause:cause})}}async function call(docker,args,options={}){const result=await ask(docker,args,options)
options.signal?.throwIfAborted()
if(result.exitCode!==0&&engine_gone.test(result.stderr))throw new EngineGone(lastLine(result.stderr))
return result}function lastLine(text){return text.trimEnd().split("\n").at(-1)?.trim()??""}const infoShape=schemas.Ikc({ServerVersion:schemas.YjP(),SystemTime:schemas.YjP(),NCPU:schemas.aig(),Architecture:schemas.YjP(),MemTotal:schemas.aig()})
async function engineInfo(docker,signal){const{stdout:stdout,stderr:stderr}=await call(docker,["info","--format","{{json .}}"],signal&&{signal:signal})
const info=infoShape.safeParse(json(stdout))
if(!info.success||info.data.ServerVersion==="")throw new EngineGone(lastLine(stderr)||"no Docker engine answers")
return{cpus:info.data.NCPU,memory:info.data.MemTotal,machine:info.data.Architecture,time:info.data.SystemTime}}const healthcheckShape=schemas.Ikc({Test:schemas.YOg(schemas.YjP()).nullish(),Interval:schemas.aig().nullish(),Timeout:schemas.aig().nullish(),Retries:schemas.aig().nullish()})
const imageShape=schemas.Ikc({Architecture:schemas.YjP(),Os:schemas.YjP(),Config:schemas.Ikc({Healthcheck:healthcheckShape.nullish(),Shell:schemas.YOg(schemas.YjP()).nullish()}).nullish()})
async function inspectImage(docker,ref,signal){const{exitCode:exitCode,stdout:stdout}=await call(docker,["image","inspect","--",ref],{signal:signal})
const images=exitCode===0?schemas.YOg(imageShape).safeParse(json(stdout)):undefined
const image=images?.data?.[0]
if(image===undefined)return undefined
const{Test:test,Timeout:Timeout,Retries:Retries}=image.Config?.Healthcheck??{}
const argv=test?.[0]==="CMD"?test.slice(1):test?.[0]==="CMD-SHELL"?[...image.Config?.Shell??["/bin/sh","-c"],test.slice(1).join(" ")]:[]
return{platform:`${image.Os}/${image.Architecture}`,...argv.length>0&&{healthcheck:{argv:argv,timeoutMs:(Timeout||3e10)/1e6,retries:Retries||3}}}}const containerShape=schemas.Ikc({Id:schemas.YjP(),Path:schemas.YjP(),Args:schemas.YOg(schemas.YjP()).nullish(),RestartCount:schemas.aig(),State:schemas.Ikc({Status:schemas.YjP(),Running:schemas.zMY(),OOMKilled:schemas.zMY(),Pid:schemas.aig(),ExitCode:schemas.aig(),Error:schemas.YjP(),StartedAt:schemas.YjP(),FinishedAt:schemas.YjP(),Health:schemas.Ikc({Status:schemas.YjP(),Log:schemas.YOg(schemas.Ikc({ExitCode:schemas.aig(),Output:schemas.YjP()})).nullish()}).nullish()}),Config:schemas.Ikc({Env:schemas.YOg(schemas.YjP()).nullish(),WorkingDir:schemas.YjP().nullish(),User:schemas.YjP().nullish(),Labels:schemas.g1P(schemas.YjP(),schemas.YjP()).nullish()}),NetworkSettings:schemas.Ikc({Ports:schemas.g1P(schemas.YjP(),schemas.YOg(schemas.Ikc({HostIp:schemas.YjP(),HostPort:schemas.YjP()})).nullable()).nullish(),Networks:schemas.g1P(schemas.YjP(),schemas.Ikc({DNSNames:schemas.YOg(schemas.YjP()).nullish()})).nullish()})})
const usualPath="/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
async function inspectContainers(docker,run,{ids:ids,signal:signal}={}){const options=signal&&{signal:signal}
const wanted=ids??await listContainers(docker,run,signal)
if(wanted.length===0)return[]
const{stdout:stdout}=await call(docker,["container","inspect","--",...wanted],options)
return schemas.YOg(containerShape).parse(json(stdout)??[]).map(container)}async function listContainers(docker,run,signal){const args=["ps","--all","--quiet","--no-trunc",`--filter=label=com.lucid.run=${run}`]
const{stdout:stdout}=await call(docker,args,signal&&{signal:signal})
return stdout.split("\n").filter(id=>id!=="")}function container({Id:Id,Path:Path,Args:Args,RestartCount:RestartCount,State:State,Config:Config,NetworkSettings:NetworkSettings}){const ports=Object.entries(NetworkSettings.Ports??{}).flatMap(([name,bindings])=>{const[port,protocol]=name.split("/")
const host=bindings?.[0]?.HostPort
return protocol==="tcp"&&host!==undefined?[[Number(port),Number(host)]]:[]})
const names=Object.values(NetworkSettings.Networks??{}).flatMap(({DNSNames:DNSNames})=>DNSNames??[])
return{...names.length>0&&{names:names},healthLog:(State.Health?.Log??[]).map(({ExitCode:ExitCode,Output:Output})=>({exitCode:ExitCode,output:harmless_harmless(Output.trim().slice(-500))})),excerpt:{Command:harmless_harmless([Path,...Args??[]].join(" "),200),WorkingDir:Config.WorkingDir||"/",User:Config.User||"root",Status:State.Status,ExitCode:State.ExitCode,OOMKilled:State.OOMKilled,...State.Error!==""&&{Error:harmless_harmless(State.Error)},...State.Health&&{Health:State.Health.Status},RestartCount:RestartCount,StartedAt:State.StartedAt,FinishedAt:State.FinishedAt},id:Id,service:Config.Labels?.["com.docker.compose.service"]??"",project:Config.Labels?.["com.docker.compose.project"]??"",path:Path,searchPath:Config.Env?.find(entry=>entry.startsWith("PATH="))?.slice(5)??usualPath,workingDir:Config.WorkingDir||"/",running:State.Running,restarts:RestartCount,startedAt:State.StartedAt,pid:State.Pid,exitCode:State.ExitCode,outOfMemory:State.OOMKilled,...State.Error!==""&&{error:State.Error},...State.Health&&{health:State.Health.Status},ports:new Map(ports)}}function json(text){try{return JSON.parse(text)}catch{return undefined}}var src_program=__webpack_require__(4959)
var external_node_http_=__webpack_require__(7067)
var external_node_worker_threads_=__webpack_require__(5919)
var json_test=__webpack_require__(3018)
async function bodyComplaint({body:text,bodyMatches:bodyMatches,json:json},body,signal){const got=body===""?"with an empty body":`with the body ${JSON.stringify(harmless_harmless(body.slice(0,80)))}`
if(text!==undefined&&!body.includes(text))return`${got}, wanted ${JSON.stringify(text)} in it`
const test=json===undefined?undefined:(0,json_test.f)(json)
const complaint=test?.kind==="test"?(0,json_test.y)(test,body):undefined
if(complaint!==undefined)return`${got}, ${harmless_harmless(complaint)}; wanted ${json}`
if(bodyMatches===undefined||await matches(bodyMatches,body,signal))return undefined
return`${got}, wanted a match of /${bodyMatches}/u`}const search=`\nconst { parentPort, workerData: { pattern, text } } = require("node:worker_threads");\nparentPort.postMessage(new RegExp(pattern, "u").test(text));\n`
function matches(pattern,text,signal){return new Promise((resolve,reject)=>{const worker=new external_node_worker_threads_.Worker(search,{eval:true,workerData:{pattern:pattern,text:text},env:{},stdin:false})
const stop=()=>{void worker.terminate()
reject(signal.reason)}
signal.addEventListener("abort",stop,{once:true})
worker.on("message",resolve)
worker.on("error",reject)
worker.on("exit",()=>signal.removeEventListener("abort",stop))})}const bodyLimit=64*1024
function tryHttp(health,aim){const late=`no complete answer within ${seconds(aim.timeoutMs)}`
return attempt(aim,late,async(socket,signal)=>{const{status:status,location:location,body:body}=await exchange(health,socket,signal)
const error=wrongStatus(health,status)??await bodyComplaint(health,body,signal).then(why=>why&&`answered ${status} ${why}`)
return{...{ok:error===undefined,status:status},...location!==undefined&&{location:location},...error!==undefined&&{error:error}}})}function exchange(health,socket,signal){return new Promise((resolve,reject)=>{const call=(0,external_node_http_.request)({createConnection:()=>socket,path:health.path,method:health.method,headers:{host:"127.0.0.1","user-agent":"lucid-smoke",...health.headers,connection:"close"},signal:signal})
call.on("error",reject)
call.on("response",response=>{const{statusCode:status=0,headers:headers}=response
const chunks=[]
let size=0
const done=()=>{const body=Buffer.concat(chunks).subarray(0,bodyLimit).toString()
resolve({status:status,body:body,...headers.location!==undefined&&{location:headers.location}})}
response.on("data",chunk=>{chunks.push(chunk)
size+=chunk.length
if(size>=bodyLimit)done()})
response.on("end",done)
response.on("error",reject)})
call.end()})}function wrongStatus(health,status){if(health.status.some(([low,high])=>status>=low&&status<=high))return undefined
return`answered ${status}, wanted ${health.status.map(([low,high])=>low===high?low:`${low}-${high}`).join(", ")}`}function impossible(health){const name=`lucid-smoke-${(0,external_node_crypto_.randomBytes)(8).toString("hex")}`
return health.kind==="http"?{...health,path:`/${name}`}:{...health,service:name}}const holdMs=250
function tryTcp(aim){const held={...aim,timeoutMs:aim.timeoutMs+holdMs}
return attempt(held,`no connection within ${seconds(aim.timeoutMs)}`,(socket,_,openMs)=>openMs>aim.timeoutMs?Promise.resolve({ok:false,error:`no connection within ${seconds(aim.timeoutMs)}`,late:true}):new Promise((resolve,reject)=>{const good=()=>resolve({ok:true,latencyMs:openMs})
const timer=setTimeout(good,holdMs)
socket.on("close",()=>clearTimeout(timer))
socket.on("data",good)
socket.on("end",()=>resolve({ok:false,error:"connection dropped at once: nothing listens on the port"}))
socket.on("error",reject)}))}async function attempt({port:port,timeoutMs:timeoutMs,signal:signal,reach:reach=reachHost("127.0.0.1")},lateError,use){const started=external_node_perf_hooks_.performance.now()
const late=new AbortController
const timer=setTimeout(()=>late.abort(),timeoutMs)
const stop=signal===undefined?late.signal:AbortSignal.any([signal,late.signal])
const stopped=Promise.withResolvers()
stop.addEventListener("abort",()=>stopped.reject(stop.reason),{once:true})
stopped.promise.catch(()=>{})
let socket
const run=async()=>{stop.throwIfAborted()
socket=await Promise.race([reach.open(port,stop),stopped.promise])
socket.on("error",()=>{})
return Promise.race([use(socket,stop,external_node_perf_hooks_.performance.now()-started),stopped.promise])}
const result=await run().catch(error=>{if(signal?.aborted)return{ok:false,error:"interrupted"}
return late.signal.aborted?{ok:false,error:lateError,late:true}:{ok:false,error:plainError(error)}})
clearTimeout(timer)
socket?.destroy()
return{...result,latencyMs:Math.round((result.latencyMs??external_node_perf_hooks_.performance.now()-started)*10)/10}}function plainError(error){switch(error.code){case"ECONNREFUSED":return"connection refused"
case"ECONNRESET":return"connection reset: nothing listens on the port, or it hung up"
case"HPE_HEADER_OVERFLOW":return"headers larger than 16 KiB"
default:return error.message||error.code||"failed"}}function seconds(ms){return`${Math.round(ms/100)/10} s`}const meanings={0:"ended by itself, without an error",125:"the engine could not run it",126:"found, but cannot be executed",127:"program not found",128:"bad exit status",132:"SIGILL: an instruction this processor does not know",134:"SIGABRT",135:"SIGBUS",136:"SIGFPE",139:"SIGSEGV: segmentation fault",143:"SIGTERM"}
function exitMeaning(exitCode,{outOfMemory:outOfMemory}){if(outOfMemory)return"killed: out of memory"
if(exitCode===137)return"SIGKILL: killed from outside, or out of memory"
return meanings[exitCode]??(exitCode>128&&exitCode<165?`signal ${exitCode-128}`:"error")}const signs=[{own:true,pattern:/exec format error/i,say:()=>"exec format error: built for another architecture, or a script without a #! line"},{own:true,pattern:/ModuleNotFoundError: No module named ['"]([^'"]+)['"]/,say:([,name])=>`ModuleNotFoundError: ${name}: not in the image, or not on PYTHONPATH`},{own:true,pattern:/Cannot find (?:module|package) ['"]([^'"]+)['"]/,say:([,name])=>`cannot find module ${name}: not in the image`},{own:true,pattern:/error while loading shared libraries: (\S+?):/,say:([,name])=>`shared library ${name} is not in the image`},{own:true,pattern:/version [`'](GLIBC\S*?)' not found/,say:([,name])=>`${name} is not in the image: built against a newer C library than it runs on`},{own:true,pattern:/(?:No space left on device|ENOSPC|disk quota exceeded)/i,say:()=>"no space left on a disk or tmpfs that it writes to"},{pattern:/(?:Read-only file system|EROFS)[^'"/]*(?:['"]?(\/[^'",\s]+))?/i,say:([,path])=>`writes to its read-only file system${path?`: needs a writable ${path} (hardening.tmpfs)`:""}`},{pattern:/(?:can't start new thread|fork: (?:retry: )?Resource temporarily unavailable|pthread_create failed)/i,say:()=>"cannot start another thread or process: hardening.pids is too low"},{pattern:/(?:bind|listen)[^\n]*permission denied|permission denied[^\n]*(?:bind|listen)/i,say:()=>"may not bind its port: below 1024 it needs NET_BIND_SERVICE, better take a higher one"},{pattern:/(?:Permission denied|EACCES)[^'"/]*['"]?(\/[^'",\s]+)/i,say:([,path])=>`permission denied on ${path}: not readable or writable for the user the image runs as`},{own:true,pattern:/(?:address already in use|EADDRINUSE)/i,say:()=>"binds the same port twice: address already in use"},{own:true,pattern:/exec: "([^"]+)": [^\n]*(?:no such file|not found)/i,say:([,name])=>`${name} is not in the image: check ENTRYPOINT and CMD`},{pattern:/(?:exec|\/bin\/sh): ?[^\n]*?([^\s:]+): (?:no such file or directory|not found)/i,say:([,name])=>`${name} is not in the image: check ENTRYPOINT and CMD`},{own:true,pattern:/(?:getaddrinfo (?:ENOTFOUND|EAI_AGAIN) (\S+)|Name or service not known|Temporary failure in name resolution|no such host)/i,say:([,host])=>`cannot resolve ${host??"a host name"}: is a need missing in the catalog?`}]
function guess(symptoms){const{architecture:architecture,exit:exit,log:log,startError:startError,probe:probe,listeners:listeners}=symptoms
if(architecture!==undefined&&architecture.wanted!==architecture.found)return`wrong architecture: ${architecture.found}, wanted ${architecture.wanted}`
if(exit?.outOfMemory)return`out of memory: hardening.memory is too low (exit ${exit.exitCode})`
const inward=probe?.port===undefined?undefined:onlyInward(probe.port,listeners)
if(inward!==undefined)return inward
const lines=[...startError?[startError]:[],...probe?[probe.error]:[],...log.toReversed()]
const sign=probe?.status!==undefined&&exit===undefined?undefined:signIn(lines)
if(sign!==undefined)return sign
if(exit!==undefined)return`exited with ${exit.exitCode} (${exitMeaning(exit.exitCode,exit)})${lastWords(log)}`
if(startError!==undefined)return`could not be started: ${startError}`
if(probe===undefined)return"no sign of the cause in its log"
return aboutPort(probe,listeners,log)??aboutAnswer(probe)}function signIn(lines){for(const{pattern:pattern,say:say}of signs)for(const line of lines){const match=pattern.exec(line)
if(match!==null)return say(match)}return undefined}function ownFault({log:log,startError:startError,exit:exit,probe:probe,listeners:listeners}){if(exit?.outOfMemory)return true
if(probe?.error.startsWith("flaps"))return true
if(probe?.status!==undefined&&probe.status<500)return true
if(probe?.port!==undefined){if(onlyInward(probe.port,listeners)!==undefined)return true
const others=listeners?.filter(({address:address})=>!isLocal(address))??[]
if(others.length>0&&others.every(({port:port})=>port!==probe.port))return true}const lines=[...startError?[startError]:[],...probe?[probe.error]:[],...log]
if(lines.some(line=>refusal.test(line)))return false
return signs.some(({own:own,pattern:pattern})=>own&&lines.some(line=>pattern.test(line)))}const refusal=/read-only file system|EROFS|permission denied|EACCES|operation not permitted|EPERM|temporarily unavailable/i
const readOnlyPath=/(?:Read-only file system|EROFS)[^'"/]*['"]?(\/[^'",\s:]+)|['"]?(\/[^'",\s:]+)['"]?: Read-only file system/gi
function writesTo(log){const found=log.flatMap(line=>[...line.matchAll(readOnlyPath)].map(([,after,before])=>after??before??""))
return[...new Set(found.filter(path=>path!==""))]}function lastWords(log){const last=log.at(-1)
return last===undefined?"; it logged nothing":`: ${last.slice(0,160)}`}function isLocal(address){return address.startsWith("127.")||address==="::1"}function onlyInward(port,listeners=[]){const here=listeners.filter(listener=>listener.port===port)
if(here.length===0||!here.every(({address:address})=>isLocal(address)))return undefined
return`listens on ${here[0]?.address}:${port} only: let it listen on 0.0.0.0`}function aboutPort({port:port,status:status,afterMs:afterMs},listeners,log){if(port===undefined||status!==undefined)return undefined
if(listeners?.some(listener=>listener.port===port))return undefined
if(listeners!==undefined){const others=[...new Set(listeners.filter(({address:address})=>!isLocal(address)).map(other=>other.port))]
const after=afterMs===undefined?"":` after ${seconds(afterMs)}`
return`nothing listens on port ${port}${others.length===0?after:`; it listens on ${others.join(", ")}`}`}if(log.some(line=>new RegExp(`(?:127\\.0\\.0\\.1|localhost|\\[::1\\]):${port}\\b`).test(line)))return`listens on 127.0.0.1:${port} only, as its log says: let it listen on 0.0.0.0`
return undefined}function aboutAnswer({error:error,status:status,path:path}){if(status===404&&path!==undefined)return`answers 404 at ${path}: is the health path right?`
if(status!==undefined&&status>=500&&!error.startsWith("flaps"))return`${error}: it runs, and says itself that it is not well`
if(/^no complete answer/.test(error))return`takes the connection and gives ${error}`
return error}const shownLines=25
function judge(member,platform,outcome){const{name:service,image:ref}=member
const digest=ref.slice(ref.indexOf("@")+1)
const who={service:service,platform:platform,ref:ref,digest:digest}
if(outcome?.kind!=="tried")return{...who,verdict:"unknown",reason:harmless_harmless(outcome?.why??"not tried"),probes:[]}
const{trial:trial,exit:exit,log:log,needs:needs}=outcome
const{probes:probes,architecture:architecture,readyMs:readyMs,note:note}=trial
const found={...{...who,probes:probes},...architecture!==undefined&&{architecture:architecture},...readyMs!==undefined&&{readyMs:readyMs},...exit?.stopMs!==undefined&&trial.broken===undefined&&{stopMs:exit.stopMs},...log?.file!==undefined&&{logFile:log.file},...needs!==undefined&&{needs:needs}}
const undecided=noAnswer(platform,outcome)
if(undecided!==undefined)return{...found,verdict:"unknown",reason:undecided}
const failure=failureOf(member,outcome)
if(failure!==undefined)return{...found,verdict:"unhealthy",failure:failure}
const told=[needs&&lacking(needs),stubborn(outcome),note].filter(one=>one!==undefined)
return{...found,verdict:"healthy",...told.length>0&&{reason:told.join("; ")}}}const lacking=needs=>`needs: ${needs.join(", ")}`
function stubborn({exit:exit}){return exit?.killed===true&&!exit.outOfMemory?`ignores SIGTERM: killed after ${seconds(exit.stopMs??0)}`:undefined}function noAnswer(platform,{trial:trial,log:log}){const{broken:broken,architecture:architecture}=trial
if(broken===undefined)return undefined
const lines=[broken.symptoms.startError??"",...log?.lines??[]]
if(architecture!==undefined&&architecture===(0,src_program.V)(platform)&&lines.some(line=>/exec format error/i.test(line)))return`the engine's machine cannot run ${platform}: no emulation is set up`
if(lines.slice(-shownLines).some(line=>/no space left on device|ENOSPC/i.test(line)))return"no space left on the engine's disk, or on a tmpfs that it writes to"
return undefined}function failureOf({policy:policy},outcome){const{trial:trial,log:log,needs:needs}=outcome
const{broken:broken,probes:probes,state:state}=trial
const lines=log?.lines??[]
const shown=lines.slice(-shownLines)
if(broken!==undefined){const ended=broken.symptoms.exit
const lastProbe=broken.symptoms.probe?.error??probes.findLast(({ok:ok})=>!ok)?.error
return{phase:broken.phase,guess:harmless_harmless(broken.guess??guess({...broken.symptoms,log:lines})),...lastProbe!==undefined&&{lastProbe:harmless_harmless(lastProbe)},...ended!==undefined&&{exitCode:ended.exitCode,exitMeaning:exitMeaning(ended.exitCode,ended)},...state&&state.healthLog.length>0&&{healthLog:state.healthLog},...state&&state.ports.length>0&&{ports:state.ports},...state&&{inspect:state.inspect},log:shown}}if(needs!==undefined&&policy?.hardening!=="advisory")return{phase:"ready",guess:`is well only without its hardening; ${lacking(needs)}`,log:shown}
const killed=stubborn(outcome)
if(killed===undefined||policy?.stop==="advisory")return undefined
const advice="as process 1 it gets no default handler: handle SIGTERM, or start it through an init such as tini"
return{...{phase:"stop",guess:`${killed}; ${advice}`,log:shown},...outcome.exit&&{exitCode:outcome.exit.exitCode,exitMeaning:exitMeaning(outcome.exit.exitCode,outcome.exit)}}}function members_pinned(image){return`${(0,documents_reference._)(image.ref)}@${image.digest}`}function excused({health:health,ports:ports,policy:policy}){if(policy.smoke==="off")return"its policy says: smoke off"
return health===undefined&&ports.length===0?"nothing to probe: no ports and no health":undefined}function lineup(plan,images,platform,supporting=[]){const services=new Map(plan.services.map(service=>[service.name,service]))
const externals=new Map(plan.externals.map(external=>[external.name,external]))
const pushed=new Map(images.filter(image=>image.platform===platform).map(image=>[image.service,image]))
const members=new Map
const bystanders=new Map
const missing=new Map
const visiting=new Set
const add=name=>{if(members.has(name)||visiting.has(name))return undefined
const known=missing.get(name)
if(known!==undefined)return known
visiting.add(name)
const member=find(name)
let problem
if(typeof member==="string")problem=member
else{const unfilled=member.needs.map(add).find(why=>why!==undefined)
if(unfilled===undefined)members.set(name,member)
else problem=unfilled}visiting.delete(name)
if(problem!==undefined)missing.set(name,problem)
return problem}
const find=name=>{const external=externals.get(name)
if(external!==undefined)return{...external,role:"external"}
const service=services.get(name)
if(service===undefined)return`${name} is neither a service nor an external of the catalog`
const support=supporting.find(image=>image.service===name&&image.platform===platform)
const image=pushed.get(name)??support??unchanged(plan,service,platform)
if(image===undefined)return`there is no image of ${name} for ${platform}`
const{env:env,ports:ports,health:health,needs:needs,hardening:hardening,policy:policy}=service
const role=pushed.has(name)&&excused(service)===undefined?"subject":"cast"
return{...{name:name,role:role,image:members_pinned(image),platform:platform,env:env,ports:ports,needs:needs,hardening:hardening,policy:policy},...health!==undefined&&{health:health}}}
for(const image of pushed.values()){const service=services.get(image.service)
const reason=service&&excused(service)
if(reason!==undefined){bystanders.set(image.service,{image:image,verdict:"skipped",reason:reason})
continue}const problem=add(image.service)
if(problem!==undefined)bystanders.set(image.service,{image:image,verdict:"unknown",reason:`not started: ${problem}`})}return{members:[...members.values()],bystanders:[...bystanders.values()]}}function unchanged(plan,service,platform){const planned=plan.images.find(image=>image.service===service.name&&image.platform===platform)
if(planned?.decision.kind!=="unchanged")return undefined
return{service:service.name,platform:platform,ref:service.image,digest:planned.decision.digest}}const ownerLabels={run:"com.lucid.run",host:"com.lucid.host",pid:"com.lucid.pid"}
function labelsOf({run:run,host:host,pid:pid}){return{[ownerLabels.run]:run,[ownerLabels.host]:host,[ownerLabels.pid]:pid}}function ownerOf(run){return{run:run,host:thisHost(),pid:`${process.pid}:${startOf(process.pid)??""}`}}function thisHost(){try{return`${(0,external_node_os_.hostname)()}/${(0,external_node_fs_.readlinkSync)("/proc/self/ns/pid").replace(/\D/g,"")}`}catch{return(0,external_node_os_.hostname)()}}function startOf(pid){try{const stat=(0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`,"utf8")
return stat.slice(stat.lastIndexOf(")")+2).split(" ")[19]}catch{return undefined}}function isDead({host:host,pid:pid}){if(host!==thisHost())return false
const[number,start]=pid.split(":")
const id=Number(number)
if(!Number.isInteger(id)||id<=0)return false
try{process.kill(id,0)}catch(error){return error.code==="ESRCH"}const now=startOf(id)
return start!==undefined&&start!==""&&now!==undefined&&now!==start}async function runsOnEngine(docker,signal){const format=Object.values(ownerLabels).map(label=>`{{.Label "${label}"}}`).join("\t")
const lists=[["ps","--all"],["network","ls"]]
const runs=new Map
for(const list of lists){const args=[...list,"--format",format,`--filter=label=${ownerLabels.run}`]
const{stdout:stdout}=await call(docker,args,signal&&{signal:signal})
for(const line of stdout.split("\n")){const[run,host,pid]=line.split("\t")
if(run&&host&&pid)runs.set(run,{run:run,host:host,pid:pid})}}return[...runs.values()]}const fine={exitCode:0,stderr:""}
const owner_patienceMs=2e4
async function removeRun(docker,run){const begun=external_node_perf_hooks_.performance.now()
const filter=`--filter=label=${ownerLabels.run}=${run}`
const ids=async args=>{const{stdout:stdout}=await call(docker,[...args,"--quiet",filter])
return stdout.split("\n").filter(id=>id!=="")}
for(let pause=250;;pause*=2){const containers=await ids(["ps","--all"])
const removed=containers.length>0?await call(docker,["rm","--force","--volumes","--",...containers]):fine
const networks=await ids(["network","ls"])
const freed=networks.length>0?await call(docker,["network","rm","--",...networks]):fine
if(removed.exitCode===0&&freed.exitCode===0)return[]
if(external_node_perf_hooks_.performance.now()-begun+pause>owner_patienceMs)return[...removed.exitCode===0?[]:[`containers of ${run}: ${harmless_harmless(lastLine(removed.stderr))}`],...freed.exitCode===0?[]:[`networks of ${run}: ${harmless_harmless(lastLine(freed.stderr))}`]]
await(0,external_node_timers_promises_.setTimeout)(pause)}}async function removeLeftovers(docker,signal){const dead=(await runsOnEngine(docker,signal)).filter(isDead)
for(const{run:run}of dead)await removeRun(docker,run)
return dead.map(({run:run})=>run)}function parse(cidr){const match=/^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(cidr)
if(match===null)return undefined
const[a,b,c,d,bits]=match.slice(1).map(Number)
if([a,b,c,d].some(octet=>octet>255)||bits>32)return undefined
const size=2**(32-bits)
const address=((a*256+b)*256+c)*256+d
const first=address-address%size
return{first:first,last:first+size-1,bits:bits}}function overlaps(one,other){const a=parse(one)
const b=parse(other)
return a!==undefined&&b!==undefined&&a.first<=b.last&&b.first<=a.last}function chooseSubnet(wanted,used){if(wanted===undefined)return{}
const taken=used.find(({cidr:cidr})=>overlaps(cidr,wanted))
if(taken===undefined)return{subnet:wanted}
const why=`${wanted} is in use (${taken.by})`
const bits=Math.max(parse(wanted)?.bits??16,16)
const free=candidates(bits).find(candidate=>!used.some(({cidr:cidr})=>overlaps(cidr,candidate)))
if(free===undefined)return{note:`${why}; the engine picked another`}
return{subnet:free,note:`${why}; ${free} was taken`}}function candidates(bits){const inTwelve=Array.from({length:16},(_,index)=>`172.${31-index}.0.0/${bits}`)
const inTen=Array.from({length:64},(_,index)=>`10.${192+index}.0.0/${bits}`)
return[...inTwelve,...inTen]}const overlap=/pool overlaps|invalid pool request/i
async function createStack({docker:docker,stack:stack,composePath:composePath,signal:signal,near:near}){const{name:name,subnet:wanted}=stack.network
const lost=[]
for(let attempt=1;;attempt++){const{subnet:subnet,note:note}=chooseSubnet(wanted,[...await usedSubnets(docker,signal,near),...lost])
const network={name:name,...subnet!==undefined&&{subnet:subnet}}
await(0,promises_.writeFile)(composePath,composeText({...stack,network:network}))
const args=["compose",`--file=${composePath}`,`--project-name=${stack.project}`,"--progress=plain"]
const{exitCode:exitCode,stderr:stderr}=await call(docker,[...args,"create"],{signal:signal})
const found=exitCode===0?await subnetOf(docker,`${stack.project}_${name}`,signal):undefined
const said={...network,...found!==undefined&&{subnet:found},...note!==undefined&&{note:note}}
if(exitCode===0)return{network:said,refused:new Map}
if(overlap.test(stderr)&&subnet!==undefined&&attempt<10)lost.push({cidr:subnet,by:"another run"})
else if(/failed to create network/i.test(stderr))throw new EngineGone(lastLine(stderr))
else return{network:said,refused:await oneByOne(docker,args,stack,signal)}}}async function oneByOne(docker,args,{parts:parts},signal){const refused=new Map
for(const{name:name}of parts){const up=["up","--no-start","--no-deps","--pull=never","--",name]
const{exitCode:exitCode,stderr:stderr}=await call(docker,[...args,...up],{signal:signal})
if(exitCode!==0)refused.set(name,lastLine(stderr))}return refused}const networkShape=schemas.Ikc({Name:schemas.YjP(),IPAM:schemas.Ikc({Config:schemas.YOg(schemas.Ikc({Subnet:schemas.YjP().optional()})).nullish()})})
async function subnetOf(docker,network,signal){const{exitCode:exitCode,stdout:stdout,stderr:stderr}=await call(docker,["network","inspect","--",network],{signal:signal})
if(exitCode!==0)throw new EngineGone(`the network ${network} is gone: ${lastLine(stderr)}`)
const[found]=schemas.YOg(networkShape).safeParse(json(stdout)).data??[]
return found?.IPAM.Config?.find(({Subnet:Subnet})=>Subnet!==undefined)?.Subnet}async function usedSubnets(docker,signal,near){const{stdout:list}=await call(docker,["network","ls","--quiet"],{signal:signal})
const ids=list.split("\n").filter(id=>id!=="")
const{stdout:stdout}=await call(docker,["network","inspect","--",...ids],{signal:signal})
const networks=schemas.YOg(networkShape).safeParse(json(stdout)).data??[]
const taken=networks.flatMap(({Name:Name,IPAM:IPAM})=>(IPAM.Config??[]).flatMap(({Subnet:Subnet})=>Subnet===undefined?[]:[{cidr:Subnet,by:`network ${Name}`}]))
const own=Object.entries(near?(0,external_node_os_.networkInterfaces)():{}).flatMap(([by,addresses])=>(addresses??[]).flatMap(({cidr:cidr})=>cidr===null?[]:[{cidr:cidr,by:`interface ${by}`}]))
return[...taken,...own]}const eventShape=schemas.Ikc({Action:schemas.YjP(),timeNano:schemas.aig(),Actor:schemas.Ikc({ID:schemas.YjP(),Attributes:schemas.g1P(schemas.YjP(),schemas.YjP())})})
function watchEvents(docker,{run:run,since:since,forMs:forMs,lost:lost}){const until=new Date(Date.parse(since)+forMs).toISOString()
const watched=new Map
const of=id=>{const known=watched.get(id)
if(known!==undefined)return known
const fresh={ended:Promise.withResolvers(),outOfMemory:false,killed:false}
watched.set(id,fresh)
return fresh}
const closing=new AbortController
const stream=docker([...["events","--format","{{json .}}",`--since=${since}`,`--until=${until}`,`--filter=label=com.lucid.run=${run}`],...["--filter=event=die","--filter=event=kill","--filter=event=oom"]],{signal:closing.signal,graceMs:1e3,discard:true,onLine:line=>take(line,of)}).then(({exitCode:exitCode})=>closing.signal.aborted||lost(`the engine's event stream ended (exit ${exitCode})`),cause=>lost(cause instanceof Error?cause.message:String(cause)))
return{exitOf:id=>of(id).ended.promise,exitedAs:id=>of(id).exit,[Symbol.asyncDispose]:async()=>{closing.abort()
await stream}}}function take(line,of){const event=eventShape.safeParse(json(line))
if(!event.success)return
const{Action:Action,timeNano:timeNano,Actor:Actor}=event.data
const entry=of(Actor.ID)
if(Action==="oom")entry.outOfMemory=true
if(Action==="kill"){entry.firstKill??=timeNano
if(Actor.Attributes.signal==="9")entry.killed=true}if(Action==="die"){entry.exit={exitCode:Number(Actor.Attributes.exitCode),outOfMemory:entry.outOfMemory,...entry.firstKill!==undefined&&{stopMs:Math.round((timeNano-entry.firstKill)/1e6)},killed:entry.killed}
entry.ended.resolve(entry.exit)}}const listening="0A"
function parseListeners(text){return text.split("\n").slice(1).flatMap(line=>{const[,local,,state]=line.trim().split(/\s+/)
const[address,port]=local?.split(":")??[]
if(state!==listening||address===undefined||port===undefined)return[]
return[{address:readable(address),port:Number.parseInt(port,16)}]})}function readable(hex){const bytes=Buffer.from(hex,"hex")
if(bytes.length===4)return[...bytes].reverse().join(".")
for(let word=0;word+4<=bytes.length;word+=4)bytes.subarray(word,word+4).reverse()
const groups=Array.from({length:8},(_,index)=>bytes.readUInt16BE(index*2))
if(groups.every(group=>group===0))return"::"
if(groups.slice(0,7).every(group=>group===0)&&groups[7]===1)return"::1"
if(groups.slice(0,5).every(group=>group===0)&&groups[5]===65535)return[...bytes.subarray(12)].join(".")
return groups.map(group=>group.toString(16)).join(":")}async function listenersOf({pid:pid,id:id}){if(pid===0)return undefined
try{const mine=await(0,promises_.readFile)(`/proc/${pid}/cgroup`,"utf8")
const mounts=mine.includes(id)?mine:await(0,promises_.readFile)(`/proc/${pid}/mountinfo`,"utf8")
if(!mounts.includes(id))return undefined
const tables=await Promise.all(["tcp","tcp6"].map(name=>(0,promises_.readFile)(`/proc/${pid}/net/${name}`,"utf8").catch(()=>"")))
return tables.flatMap(parseListeners).filter(({address:address})=>address!=="127.0.0.11")}catch{return undefined}}function unstarted(container,stderr){const startError=container?.error??lastLine(stderr)
const exit=container!==undefined&&container.exitCode!==0?{exit:{exitCode:container.exitCode,outOfMemory:container.outOfMemory}}:{}
return{phase:"start",symptoms:{startError:startError,...exit}}}async function neverReady(target,health,waited){if(waited.kind==="exited")return{phase:"ready",symptoms:{exit:waited.exit}}
const{status:status}=waited.last
const probe={error:waited.why,afterMs:waited.afterMs,...status!==undefined&&{status:status},...health.kind==="http"&&{path:health.path},..."port"in health&&{port:health.port}}
return{phase:"ready",symptoms:{probe:probe,...await broken_listening(target)}}}async function broken_listening({container:container,reach:reach}){const listeners=reach.near?await listenersOf(container):undefined
return{...listeners&&{listeners:listeners}}}function broken_ended(events,id){const exit=events.exitedAs(id)
return exit&&{phase:"stable",symptoms:{exit:exit}}}function weakCheck({ok:ok,error:error="answers every path"}){return ok?undefined:{phase:"ready",symptoms:{probe:{error:error}},guess:error}}function unfound({ok:ok,error:error="cannot find what it needs"}){return ok?undefined:{phase:"ready",symptoms:{probe:{error:error}},guess:error}}async function closedPort(target,ports){const closed=ports.find(({result:result})=>!result.ok)
if(closed===undefined)return undefined
const probe={error:closed.result.error??"closed",port:closed.port}
return{phase:"ready",symptoms:{probe:probe,...await broken_listening(target)}}}function unwell({speed:speed},{result:result,late:late},health){const{ok:ok,error:error="fails"}=result
if(ok||late&&speed==="emulated")return undefined
const guess=`answers its ${health.kind} check, but its own HEALTHCHECK fails: ${error}`
return{phase:"ready",symptoms:{probe:{error:error}},guess:guess}}var architecture_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){if(value!==null&&value!==void 0){if(typeof value!=="object"&&typeof value!=="function")throw new TypeError("Object expected.")
var dispose,inner
if(async){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
dispose=value[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
dispose=value[Symbol.dispose]
if(async)inner=dispose}if(typeof dispose!=="function")throw new TypeError("Object not disposable.")
if(inner)dispose=function(){try{inner.call(this)}catch(e){return Promise.reject(e)}}
env.stack.push({value:value,dispose:dispose,async:async})}else if(async){env.stack.push({async:true})}return value}
var architecture_disposeResources=undefined&&undefined.__disposeResources||function(SuppressedError){return function(env){function fail(e){env.error=env.hasError?new SuppressedError(e,env.error,"An error was suppressed during disposal."):e
env.hasError=true}var r,s=0
function next(){while(r=env.stack.pop()){try{if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var result=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve()
if(env.hasError)throw env.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(error,suppressed,message){var e=new Error(message)
return e.name="SuppressedError",e.error=error,e.suppressed=suppressed,e})
async function machineOfEntry(path,searchPath,read){let name=path
for(let hop=0;hop<5&&name!==undefined;hop++){const head=await firstOf(name.includes("/")?[name]:searchPath.split(":").map(dir=>external_node_path_.posix.join(dir,name??"")),read)
if(head===undefined)return undefined
const program=(0,src_program.o)(head)
if(program.kind!=="script")return program.kind==="elf"?program.machine:undefined
const[interpreter,...rest]=program.interpreter
const started=rest.find(word=>!word.startsWith("-")&&!word.includes("="))
name=interpreter!==undefined&&external_node_path_.posix.basename(interpreter)==="env"?started:interpreter}return undefined}async function firstOf(paths,read){for(const path of paths){const head=await read(path)
if(head!==undefined)return head}return undefined}async function headOf(copy){const folder=await(0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(),"lucid-smoke-"))
try{const env_1={stack:[],error:void 0,hasError:false}
try{const target=(0,external_node_path_.join)(folder,"program")
if(!await copy(target))return undefined
const file=architecture_addDisposableResource(env_1,await(0,promises_.open)(target).catch(()=>undefined),true)
if(file===undefined)return undefined
const{buffer:buffer,bytesRead:bytesRead}=await file.read(Buffer.alloc(256),0,256,0).catch(()=>({buffer:Buffer.alloc(0),bytesRead:0}))
return buffer.subarray(0,bytesRead)}catch(e_1){env_1.error=e_1
env_1.hasError=true}finally{const result_1=architecture_disposeResources(env_1)
if(result_1)await result_1}}finally{await(0,promises_.rm)(folder,{recursive:true,force:true})}}function machineIn({docker:docker,shared:{machines:machines},signal:signal},{image:image},container){const key=[image,container.path,container.searchPath,container.workingDir].join("\n")
const found=machines.get(key)??architectureOf(docker,container,signal)
machines.set(key,found)
return found}function architectureOf(docker,container,signal){const{id:id,path:path,searchPath:searchPath,workingDir:workingDir}=container
return machineOfEntry(path,searchPath,file=>headOf(async to=>{const from=`${id}:${external_node_path_.posix.resolve(workingDir,file)}`
return(await call(docker,["cp","--follow-link","--quiet","--",from,to],{signal:signal})).exitCode===0}))}function architecture_of_mismatch({platform:platform},found){const wanted=platform===undefined?undefined:(0,src_program.V)(platform)
if(wanted===undefined||found===undefined||wanted===found)return undefined
return{phase:"start",symptoms:{architecture:{wanted:wanted,found:found}}}}const resolvers=[["getent","hosts"],["python3","-S","-E","-c","import socket, sys\nfor name in sys.argv[1:]: socket.gethostbyname(name)"],["node","-e","for (const name of process.argv.slice(1)) require('node:dns').lookup(name, (e) => { if (e) throw e })"]]
const absent=new Set([126,127])
async function discover({docker:docker,container:container,names:names,known:known,timeoutMs:timeoutMs,signal:signal}){const target=`names ${names.join(", ")}`
for(const[index,argv]of resolvers.entries()){const late=AbortSignal.timeout(timeoutMs)
const options={signal:AbortSignal.any([signal,late]),graceMs:500,keep:16384}
const{exitCode:exitCode,stdout:stdout,stderr:stderr}=await ask(docker,["exec",container.id,...argv,...names],options)
signal.throwIfAborted()
if(late.aborted)break
if(exitCode===0)return{kind:"discovery",target:`${target} (${argv[0]})`,ok:true,attempts:index+1}
if(absent.has(exitCode)||exitCode===125)continue
const said=harmless_harmless(lastLine(stderr)||lastLine(stdout),200)
const error=`cannot find ${names.join(", ")} by name${said===""?"":`: ${said}`}`
return{kind:"discovery",target:`${target} (${argv[0]})`,ok:false,attempts:index+1,error:error}}const table=`${target} (the engine's table; the image has nothing to ask with)`
const missing=known===undefined?[]:names.filter(name=>!known.has(name))
return{...{kind:"discovery",target:table,ok:missing.length===0,attempts:1},...missing.length>0&&{error:`the engine's name server does not know ${missing.join(", ")}`}}}var external_node_http2_=__webpack_require__(2467)
const servingStatus=["UNKNOWN","SERVING","NOT_SERVING","SERVICE_UNKNOWN"]
const codes={5:"NOT_FOUND: it does not know this service",12:"UNIMPLEMENTED: it has no grpc.health.v1.Health",13:"INTERNAL",14:"UNAVAILABLE",16:"UNAUTHENTICATED"}
function tryGrpc({service:service=""},aim){return attempt(aim,`no complete answer within ${seconds(aim.timeoutMs)}`,async(socket,signal)=>{const{status:status,code:code,said:said,body:body}=await grpc_call(grpc_frame(message(service)),socket,signal)
if(status!==200)return{ok:false,error:`answered ${status} over HTTP/2, wanted gRPC`}
if(code!=="0"){const what=codes[code]??`status ${code}`
return{ok:false,error:`answered ${what}${said===""?"":` (${said})`}`}}const serving=servingStatus[statusIn(body)]??"a status of its own"
return serving==="SERVING"?{ok:true}:{ok:false,error:`answered ${serving}, wanted SERVING`}})}const noServer="no gRPC server without TLS answers on this port"
const longestAnswer=4096
function grpc_call(request,socket,signal){return new Promise((resolve,reject)=>{const session=(0,external_node_http2_.connect)("http://127.0.0.1",{createConnection:()=>socket})
const fail=error=>{session.destroy()
reject(error.code?.startsWith("ERR_HTTP2")?new Error(noServer,{cause:error}):error)}
signal.addEventListener("abort",()=>session.destroy(),{once:true})
session.on("error",fail)
const stream=session.request({":method":"POST",":path":"/grpc.health.v1.Health/Check","content-type":"application/grpc",te:"trailers","user-agent":"lucid-smoke"})
const chunks=[]
let headers={}
let size=0
stream.on("error",fail)
stream.on("response",found=>{headers={...found}})
stream.on("trailers",found=>{headers={...headers,...found}})
stream.on("data",chunk=>{size+=chunk.length
if(size>longestAnswer)fail(new Error("answered more than a health answer can be"))
else chunks.push(chunk)})
stream.on("close",()=>{const{":status":status,"grpc-status":code="2","grpc-message":said=""}=headers
session.destroy()
if(status===undefined)reject(new Error(noServer))
else resolve({status:Number(status),code:String(code),said:String(said).slice(0,200),body:Buffer.concat(chunks)})})
stream.end(request)})}function message(service){const name=Buffer.from(service)
return name.length===0?name:Buffer.concat([Buffer.from([10]),varint(name.length),name])}function varint(value){const bytes=[]
let rest=value
for(;rest>127;rest>>>=7)bytes.push(rest&127|128)
return Buffer.from([...bytes,rest])}function grpc_frame(content){const head=Buffer.alloc(5)
head.writeUInt32BE(content.length,1)
return Buffer.concat([head,content])}function statusIn(body){const content=body.subarray(5)
return content[0]===8?content[1]??0:0}const firstPauseMs=100
const jittered=ms=>ms*(.75+Math.random()/2)
async function untilReady({attempt:attempt,timing:timing,exited:exited,signal:signal,wanted:wanted,startedAt:startedAt}){const over=new AbortController
let exit
exited.then(how=>{exit=how
over.abort()})
const stop=AbortSignal.any([signal,over.signal])
const{deadline:deadline=Number.POSITIVE_INFINITY}=timing
const remaining=()=>startedAt+deadline-external_node_perf_hooks_.performance.now()
let attempts=0
let inARow=0
let good=0
let failures=0
let readyMs
let pause=firstPauseMs
let last
for(;;){const begun=external_node_perf_hooks_.performance.now()
const allowed=Math.max(1,Math.min(timing.timeout,remaining()))
const result=await attempt(stop,allowed)
signal.throwIfAborted()
if(exit!==undefined)return{kind:"exited",attempts:attempts,...last!==undefined&&{last:last},exit:exit}
attempts+=1
const cutShort=result.late&&allowed<timing.timeout&&last!==undefined
if(!cutShort)last=result
if(result.ok){good+=1
inARow+=1
readyMs??=Math.round(external_node_perf_hooks_.performance.now()-startedAt)
if(inARow>=(wanted??timing.successes))return{kind:"ready",attempts:attempts,last:result,readyMs:readyMs}
pause=firstPauseMs}else{inARow=0
if(good>0||begun-startedAt>=timing.startPeriod)failures+=1
if(failures>=Math.max(timing.retries,1)){const why=good>0?`flaps: ${good} of ${attempts} answers were good; ${result.error}`:result.error??"failed"
return{kind:"failed",attempts:attempts,last:last??result,why:why,afterMs:Math.round(external_node_perf_hooks_.performance.now()-startedAt)}}}if(remaining()<=0){const why=`not healthy within its deadline of ${seconds(deadline)}${last?.error===undefined?"":`: ${last.error}`}`
return{kind:"failed",attempts:attempts,last:last??result,why:why,afterMs:Math.round(external_node_perf_hooks_.performance.now()-startedAt)}}const left=Math.max(0,startedAt+timing.startPeriod-external_node_perf_hooks_.performance.now())
const upTo=Math.min(timing.interval,left>0&&good===0?left:timing.interval,Math.max(0,remaining()))
const wait=Math.min(jittered(pause),upTo)
await(0,external_node_timers_promises_.setTimeout)(wait,undefined,{signal:stop}).catch(()=>{})
pause=Math.min(pause*1.5,timing.interval)}}async function probeUntil(target,health,{startedAt:startedAt,wanted:wanted}){const{exited:exited,signal:signal}=target
const attempt=(stop,timeoutMs)=>probes_once(target,health,timeoutMs,stop)
return untilReady({...{attempt:attempt,timing:health.timing,exited:exited,signal:signal,startedAt:startedAt},...wanted!==undefined&&{wanted:wanted}})}async function probes_once(target,health,timeoutMs,signal){const{docker:docker,container:container,image:image,reach:reach}=target
if(health.kind==="command")return tryCommand(docker,container.id,health.command,timeoutMs,signal)
if(health.kind==="healthcheck"){if(image.healthcheck===undefined)return{ok:false,latencyMs:0,error:"the image has no HEALTHCHECK"}
return noted(target,await tryCommand(docker,container.id,image.healthcheck.argv,timeoutMs,signal))}const port=container.ports.get(health.port)
if(port===undefined)return{ok:false,latencyMs:0,error:`port ${health.port} is not published`}
const aim={port:port,timeoutMs:timeoutMs,signal:signal,reach:reach}
switch(health.kind){case"http":return tryHttp(health,aim)
case"tcp":return tryTcp(aim)
case"grpc":return tryGrpc(health,aim)}}async function tryCommand(docker,id,argv,timeoutMs,signal){const begun=external_node_perf_hooks_.performance.now()
const late=AbortSignal.timeout(Math.ceil(timeoutMs))
const options={signal:AbortSignal.any([signal,late]),graceMs:500,keep:16384}
const{exitCode:exitCode,stdout:stdout,stderr:stderr}=await ask(docker,["exec",id,...argv],options)
const latencyMs=Math.round(external_node_perf_hooks_.performance.now()-begun)
if(signal.aborted)return{ok:false,latencyMs:latencyMs,error:"interrupted"}
if(late.aborted)return{ok:false,latencyMs:latencyMs,error:`did not end within ${seconds(timeoutMs)}`,late:true}
const said=harmless_harmless(lastLine(stderr)||lastLine(stdout),200)
if(exitCode===0)return{ok:true,latencyMs:latencyMs,exitCode:exitCode,said:said}
return{ok:false,latencyMs:latencyMs,exitCode:exitCode,said:said,error:`exit ${exitCode}${said===""?"":`: ${said}`}`}}function noted({healthLog:healthLog},{exitCode:exitCode,said:said="",...attempt}){healthLog.push({exitCode:exitCode??-1,output:exitCode===undefined?attempt.error??"":said})
if(healthLog.length>5)healthLog.shift()
return attempt}function nameOf(health,{container:container,reach:reach}){const at=port=>`${reach.host}:${container.ports.get(port)}`
switch(health.kind){case"http":return`${health.method} http://${at(health.port)}${health.path}`
case"tcp":return`tcp ${at(health.port)} (port ${health.port})`
case"grpc":return`grpc ${at(health.port)} (port ${health.port})${health.service===undefined?"":` ${health.service}`}`
case"command":return health.command.join(" ")
case"healthcheck":return"HEALTHCHECK"}}function resultOf(health,target,waited){const{last:last,attempts:attempts}=waited
const unanswered=waited.kind==="exited"?last?.error??"ended before it answered":undefined
const error=waited.kind==="failed"?waited.why:unanswered
return{...{kind:health.kind,target:nameOf(health,target),ok:waited.kind==="ready",attempts:attempts},..."port"in health&&{port:health.port},...last?.status!==undefined&&{status:last.status},...last!==undefined&&{latencyMs:last.latencyMs},...error!==undefined&&{error:error}}}async function negativeControl(target,health){if(health.kind!=="http"&&health.kind!=="grpc"||!health.negative)return undefined
const nowhere=impossible(health)
const{ok:ok,status:status,latencyMs:latencyMs}=await probes_once(target,nowhere,health.timing.timeout,target.signal)
const what=health.kind==="http"?`answers every path: one that cannot exist got ${status} and would pass as healthy`:"says SERVING of every service, also of one that cannot exist"
return{...{kind:"negative",target:nameOf(nowhere,target),port:health.port,ok:!ok,latencyMs:latencyMs,attempts:1},...status!==undefined&&{status:status},...ok&&{error:what}}}async function answersStill(target,health){const timing={...health.timing,startPeriod:0,retries:Math.min(health.timing.retries,2)}
const{deadline:_,...undying}=timing
const again={...health,timing:undying}
const waited=await probeUntil(target,again,{startedAt:external_node_perf_hooks_.performance.now(),wanted:1})
return{...resultOf(again,target,waited),kind:"stable"}}function otherPorts(target,member,main){const{deadline:_,...timing}={...main.timing,startPeriod:Math.min(main.timing.startPeriod,5e3)}
const ports=tcpPorts(member).filter(port=>!("port"in main)||port!==main.port)
return Promise.all(ports.map(async port=>{const health={kind:"tcp",port:port,timing:timing}
const waited=await probeUntil(target,health,{wanted:1,startedAt:external_node_perf_hooks_.performance.now()})
return{port:port,result:resultOf(health,target,waited)}}))}async function ownHealthcheck(target,{timeoutMs:timeoutMs,retries:retries}){const timing={...usualTiming,startPeriod:0,timeout:timeoutMs,retries:Math.min(retries,3)}
const health={kind:"healthcheck",timing:timing}
const waited=await probeUntil(target,health,{wanted:1,startedAt:external_node_perf_hooks_.performance.now()})
return{result:resultOf(health,target,waited),late:waited.last?.late===true}}async function tryMember(setting,member,image,id){const healthLog=[]
const trial=await trial_run(setting,member,image,id,healthLog)
return trial.broken===undefined?trial:{...trial,state:await stateOf(setting,member,id,healthLog)}}async function trial_run(setting,member,image,id,healthLog){const{docker:docker,events:events,signal:signal,reach:reach}=setting
const{exitCode:exitCode,stderr:stderr}=await call(docker,["start","--",id],{signal:signal})
const startedAt=external_node_perf_hooks_.performance.now()
const container=await inspect(setting,id)
if(exitCode!==0||container===undefined)return failed(setting,member,container,unstarted(container,stderr))
const exited=events.exitOf(id)
const health=mainHealth(member)
const{stable:stable}=(health??{timing:usualTiming}).timing
const stays=()=>Promise.race([exited,(0,external_node_timers_promises_.setTimeout)(stable,undefined,{signal:signal})])
if(health===undefined){await stays()
const broken=broken_ended(events,id)
if(broken===undefined)setting.onReady("up")
return{probes:[],...broken&&{broken:broken}}}const target={docker:docker,container:container,image:image,exited:exited,signal:signal,reach:reach,healthLog:healthLog}
const waited=await probeUntil(target,health,{startedAt:startedAt})
const first=resultOf(health,target,waited)
if(waited.kind!=="ready")return failed(setting,member,container,await neverReady(target,health,waited),first)
const{readyMs:readyMs}=waited
setting.onReady(`answers after ${seconds(readyMs)}, in ${first.latencyMs} ms`)
if(member.role!=="subject")return{probes:[first],readyMs:readyMs}
const[negative,ports,own,names,architecture]=await Promise.all([negativeControl(target,health),otherPorts(target,member,health),ownCheck(setting,target,health),findNeeds(setting,member,target),machineIn(setting,member,container),stays()])
const gone=broken_ended(events,id)
const still=gone===undefined?await answersStill(target,health):undefined
const broken=gone??broken_ended(events,id)??architecture_of_mismatch(member,architecture)??(negative&&weakCheck(negative))??(names&&unfound(names))??await closedPort(target,ports)??(own&&unwell(setting.shared,own,health))??(still&&silenced(still))
const odd=own?.late?"its own HEALTHCHECK did not end in time under emulation, which decides nothing":undefined
const away=waited.last.location
const note=odd??(away&&`answers ${waited.last.status}, a redirect to ${harmless_harmless(away,200)}, which is not followed`)
return{probes:[first,negative,...ports.map(({result:result})=>result),own?.result,names,still].filter(probe=>probe!==undefined),readyMs:readyMs,...note!==undefined&&{note:note},...architecture!==undefined&&{architecture:architecture},...broken!==undefined&&{broken:broken}}}async function inspect({docker:docker,run:runId,signal:signal},id){return(await inspectContainers(docker,runId,{ids:[id],signal:signal}))[0]}async function failed(setting,member,container,broken,...probes){const{exit:exit,startError:startError}=broken.symptoms
const looksForeign=container!==undefined&&(exit!==undefined||startError!==undefined)
const architecture=looksForeign?await machineIn(setting,member,container):undefined
return{probes:probes,broken:architecture_of_mismatch(member,architecture)??broken,...architecture!==undefined&&{architecture:architecture}}}function mainHealth(member){const[port]=tcpPorts(member)
return member.health??(port===undefined?undefined:{kind:"tcp",port:port,timing:usualTiming})}async function ownCheck({shared:shared},target,health){const{healthcheck:healthcheck}=target.image
if(healthcheck===undefined||health.kind==="healthcheck")return undefined
return shared.commands(()=>ownHealthcheck(target,healthcheck))}async function findNeeds(setting,member,{docker:docker,container:container,signal:signal}){const names=member.needs
if(names.length===0)return undefined
const others=await inspectContainers(docker,setting.run,{signal:signal})
const told=others.some(other=>other.names!==undefined)
const known=told?new Set(others.filter(one=>one.running).flatMap(one=>one.names??[])):undefined
return setting.shared.commands(()=>discover({docker:docker,container:container,names:names,known:known,timeoutMs:6e4,signal:signal}))}function silenced({ok:ok,error:error="failed"}){if(ok)return undefined
const guess=`was healthy, and then was not any more: ${error}`
return{phase:"stable",symptoms:{probe:{error:error}},guess:guess}}async function stateOf(setting,member,id,healthLog){const now=await inspect(setting,id)
const listeners=now===undefined||!setting.reach.near?undefined:await listenersOf(now)
return{inspect:now?.excerpt??{},healthLog:[...now?.healthLog??[],...healthLog].slice(-5),ports:tcpPorts(member).map(container=>{const published=now?.ports.get(container)
const listens=listeners?.filter(({port:port})=>port===container).map(({address:address})=>address)
return{container:container,...published!==undefined&&{published:published},...listens!==undefined&&{listens:listens.join(", ")||"nothing"}}})}}const hardening_plain={readOnly:false,tmpfs:[],capDrop:[],noNewPrivileges:false}
const lifts={writable:{lift:{readOnly:false},holds:({readOnly:readOnly})=>readOnly},tmpfs:{lift:{tmpfs:[]},holds:({tmpfs:tmpfs})=>tmpfs.length>0},capabilities:{lift:{capDrop:[]},holds:({capDrop:capDrop})=>capDrop.length>0},privileges:{lift:{noNewPrivileges:false},holds:one=>one.noNewPrivileges},processes:{lift:{pids:undefined},holds:({pids:pids})=>pids!==undefined}}
async function retryPlain(stage,member,image,failed,log){const{hardening:hardening}=member
if(hardening===undefined||failed.broken===undefined||!mayBeHardening(failed,log))return undefined
const held=Object.keys(lifts).filter(name=>lifts[name].holds(hardening))
if(held.length===0)return undefined
const memory=hardening.memory===undefined?{}:{memory:hardening.memory}
const variants=new Map([["plain",{...hardening_plain,...memory}]])
for(const name of held)variants.set(name,lifted(hardening,lifts[name].lift))
const ids=await create(stage,member,variants)
const attempt=variant=>{const id=ids.get(variant)
if(id===undefined)throw new EngineGone(`the container of ${member.name} is gone`)
return tryMember({...stage,onReady:()=>{}},member,image,id)}
const{docker:docker,signal:signal}=stage
const remove=names=>call(docker,["rm","--force","--volumes","--",...names.flatMap(name=>ids.get(name)??[])],{signal:signal})
const trial=await attempt("plain")
const id=ids.get("plain")
if(trial.broken!==undefined||id===undefined){await remove([...variants.keys()])
return undefined}const diff=await call(docker,["diff","--",id],{signal:signal})
const enough=await Promise.all(held.map(async name=>(await attempt(name)).broken===undefined?[name]:[]))
await remove(held)
const needs=enough.flat().flatMap(name=>hardening_inWords(name,hardening,log,diff.stdout))
const several=`several at once: ${held.map(name=>words[name](hardening,log)).join(", ")}`
return{needs:needs.length>0?needs:[several],trial:trial,id:id}}function lifted(hardening,lift){const{pids:pids,...rest}={...hardening,...lift}
return pids===undefined?rest:{...rest,pids:pids}}function mayBeHardening({broken:broken,architecture:architecture},log){if(broken===undefined||broken.phase==="pull"||broken.symptoms.architecture!==undefined)return false
const symptoms={...broken.symptoms,log:log}
const weak=broken.phase==="ready"&&broken.guess!==undefined&&/^(?:answers every path|says SERVING of every)/.test(broken.guess)
const unrunnable=[broken.symptoms.startError??"",...log].some(line=>/exec format error/i.test(line))
return!weak&&!unrunnable&&!ownFault(symptoms)&&(architecture!==undefined||broken.symptoms.exit?.exitCode!==127)}async function create({docker:docker,run:run,labels:labels,network:network,signal:signal,reach:reach},member,variants){const project=`${run}-${(0,external_node_crypto_.randomBytes)(3).toString("hex")}`
const parts=[...variants].map(([name,hardening])=>({...member,name:name,hardening:hardening}))
const use={kind:"smoke",labels:labels}
const file=composeFile({...{use:use,project:project,parts:parts,selfChecked:new Set,address:reach.address},network:{name:network.key}})
const services=Object.entries(file.services).map(([name,service])=>[name,{...service,networks:{[network.key]:{aliases:name==="plain"?[member.name]:[]}}}])
const joined={...file,services:Object.fromEntries(services),networks:{[network.key]:{name:network.name,external:true}}}
const args=["compose","--file=-",`--project-name=${project}`,"--progress=quiet","create","--pull=never"]
const{exitCode:exitCode,stderr:stderr}=await call(docker,args,{input:JSON.stringify(joined),signal:signal})
if(exitCode!==0)throw new EngineGone(`no container for a second try of ${member.name}: ${lastLine(stderr)}`)
const made=await inspectContainers(docker,run,{signal:signal})
return new Map(made.filter(one=>one.project===project).map(({service:service,id:id})=>[service,id]))}const words={writable:()=>"a writable root",tmpfs:({tmpfs:tmpfs})=>`what the image has in ${tmpfs.map(one=>one.split(":")[0]).join(", ")} (hardening.tmpfs hides it)`,capabilities:(_,log)=>{const named=capabilitiesIn(log)
return named.length>0?`the capability ${named.join(", ")}`:"a capability (hardening.cap_drop)"},privileges:()=>"new privileges, as a set-user-ID program has (hardening.no_new_privileges)",processes:({pids:pids})=>`more than ${pids} processes (hardening.pids)`}
function hardening_inWords(name,hardening,log,diff){if(name!=="writable")return[words[name](hardening,log)]
const paths=[...new Set([...writesTo(log),...writtenPaths(diff)])]
const tops=paths.filter(path=>!paths.some(other=>other!==path&&path.startsWith(`${other}/`)))
return tops.length===0?[words.writable(hardening,log)]:tops.slice(0,8).map(path=>`writable ${path}`)}const refusals=[[/chown|changing ownership/i,"CHOWN"],[/set(?:res|re|e)?uid|seteuid|switch(?:ing)? (?:to )?user|failed to (?:change|set) user/i,"SETUID"],[/set(?:res|re|e)?gid|setgroups|initgroups/i,"SETGID"],[/bind/i,"NET_BIND_SERVICE"],[/raw socket|icmp|ping/i,"NET_RAW"],[/chmod|utime/i,"FOWNER"],[/setrlimit|prlimit/i,"SYS_RESOURCE"]]
function capabilitiesIn(log){const isRefusal=line=>/operation not permitted|EPERM|permission denied/i.test(line)
const refused=log.filter((_,index)=>log.slice(index,index+3).some(isRefusal))
return refusals.filter(([pattern])=>refused.some(line=>pattern.test(line))).map(([,name])=>name)}const byTheWay=/\/__pycache__(?:\/|$)|\.pyc$|^\/(?:tmp|dev|proc|sys|run\/secrets|etc\/(?:hosts|hostname|resolv\.conf|mtab))(?:\/|$)/
const common=/^(?:\/|\/(?:app|bin|etc|home|lib|opt|root|run|sbin|srv|usr|usr\/[^/]+|var|var\/[^/]+))$/
function writtenPaths(diff){const all=diff.split("\n").map(line=>({kind:line[0],path:line.slice(2).trim()})).filter(({kind:kind,path:path})=>(kind==="A"||kind==="C")&&path.startsWith("/"))
const parents=new Set(all.map(({path:path})=>external_node_path_.posix.dirname(path)))
const entries=all.filter(({path:path})=>!byTheWay.test(path))
const added=new Set(entries.filter(({kind:kind})=>kind==="A").map(({path:path})=>path))
const places=entries.flatMap(({kind:kind,path:path})=>{const isFolder=parents.has(path)
if(kind==="C"?isFolder:added.has(external_node_path_.posix.dirname(path)))return[]
return[isFolder||common.test(external_node_path_.posix.dirname(path))?path:external_node_path_.posix.dirname(path)]})
return[...new Set(places)]}const keptLines=2e3
const longestLine=4e3
const logs_stamp=/^(\d{4}-\d\d-\d\dT[\d:.]+Z) ?(.*)$/s
async function saveLog(docker,id,folder,name){const entries=[]
const latest={stdout:"",stderr:""}
await call(docker,["logs","--timestamps",`--tail=${keptLines}`,"--",id],{discard:true,onLine:(line,stream)=>{const[,time,rest]=logs_stamp.exec(line)??[]
if(time!==undefined)latest[stream]=time
entries.push({time:latest[stream],text:(rest??line).slice(0,longestLine)})}})
if(entries.length===0)return{lines:[]}
entries.sort((a,b)=>a.time<b.time?-1:a.time>b.time?1:0)
const file=(0,external_node_path_.join)(folder,`${name}.log`)
await(0,promises_.writeFile)(file,entries.map(({time:time,text:text})=>`${time} ${harmless_harmless(text,longestLine)}\n`).join(""))
return{file:file,lines:entries.flatMap(({text:text})=>harmlessLines(text))}}const assumedMemory=128*2**20
function turns({slots:slots,memory:room}){const waiting=[]
let trying=0
let used=0
const letIn=memory=>{trying+=1
used+=memory
const tried=turns_once(()=>{trying-=1
next()})
const gone=turns_once(()=>{used-=memory
next()})
return{tried:tried,gone:()=>{tried()
gone()}}}
const next=()=>{for(;;){const index=waiting.findIndex(({memory:memory})=>trying===0||trying<slots&&used+memory<=room)
const[found]=index<0?[]:waiting.splice(index,1)
if(found===undefined)return
found.enter(letIn(found.memory))}}
return{enter:memory=>new Promise(resolve=>{waiting.push({memory:memory,enter:resolve})
next()})}}function turns_once(act){let done=false
return()=>{if(done)return
done=true
act()}}async function perform(stage,member,{needs:needs,isReady:isReady,dependents:dependents}){const{outcomes:outcomes,here:here,ids:ids,signal:signal,tell:tell}=stage
const{name:name}=member
const missing=(await needs).find(why=>why!==undefined)
if(outcomes.has(name))return
if(missing!==undefined){outcomes.set(name,{kind:"unknown",why:`not started: ${missing}`})
return}const turn=await stage.turns.enter(member.hardening?.memory??assumedMemory)
let waiting
try{signal.throwIfAborted()
const[pulled,id]=[here.get(name),ids.get(name)]
if(pulled===undefined||id===undefined)throw new EngineGone(`the container of ${name} is gone`)
tell(member,"started","starting")
waiting=setTimeout(turn.tried,startingMs)
const onReady=text=>{turn.tried()
isReady()
tell(member,"update",text)}
const trial=await tryMember({...stage,onReady:onReady},pulled.member,pulled.image,id)
if(trial.broken===undefined){turn.tried()
await dependents
outcomes.set(name,await perform_finish(stage,member,{trial:trial,id:id}))
return}await stop(stage,id,hurried)
const log=await saveLog(stage.docker,id,stage.logFolder,name)
const plain=await retry(stage,member,{trial:trial,log:log})
if(plain===undefined){outcomes.set(name,{kind:"tried",trial:trial,log:log,...exitOf(stage,id)})
return}turn.tried()
if(member.policy?.hardening==="advisory"){isReady()
await dependents}const ended=await perform_finish(stage,member,plain)
outcomes.set(name,{...ended,needs:plain.needs,log:log})}finally{clearTimeout(waiting)
turn.gone()}}const startingMs=5e3
async function retry(stage,member,{trial:trial,log:log}){const pulled=stage.here.get(member.name)
if(pulled===undefined||member.role==="external")return undefined
return retryPlain(stage,pulled.member,pulled.image,trial,log.lines)}const hurried=1
async function perform_finish(stage,member,{trial:trial,id:id}){const{stopGracePeriod:stopGracePeriod}=member.health?.timing??usualTiming
const broken=trial.broken??broken_ended(stage.events,id)
await stop(stage,id,Math.max(1,Math.ceil(stopGracePeriod/1e3)))
const log=await saveLog(stage.docker,id,stage.logFolder,member.name)
return{kind:"tried",trial:{...trial,...broken&&{broken:broken}},log:log,...exitOf(stage,id)}}const exitOf=({events:events},id)=>{const exit=events.exitedAs(id)
return exit===undefined?{}:{exit:exit}}
async function stop({docker:docker,events:events,signal:signal},id,seconds){const{exitCode:exitCode}=await call(docker,["stop",`--timeout=${seconds}`,"--",id],{signal:signal})
if(exitCode===0)await Promise.race([events.exitOf(id),(0,external_node_timers_promises_.setTimeout)(500,undefined,{signal:signal})])}const pull_absent=/not found|manifest unknown|no matching manifest|does not provide|no match for platform/i
const pull_refused=/unauthorized|denied|forbidden/i
async function pull(docker,member,pulling){const{platform:platform,images:images,signal:signal}=pulling
if(images==="present")return check(docker,member,signal)
const wanted=member.platform
let problem=""
for(let attempt=1;attempt<=3;attempt++){const args=["pull","--quiet",...wanted===undefined?[]:[`--platform=${wanted}`],"--",member.image]
const{exitCode:exitCode,stderr:stderr}=await call(docker,args,{signal:signal})
if(exitCode===0)return check(docker,member,signal)
problem=lastLine(stderr)
if(pull_absent.test(problem)||pull_refused.test(problem))break
await(0,external_node_timers_promises_.setTimeout)(1e3*2**(attempt-1),undefined,{signal:signal})}if(pull_absent.test(problem)&&wanted===undefined)return pull(docker,{...member,platform:platform},pulling)
if(pull_absent.test(problem)&&!pull_refused.test(problem))return{kind:"wrong",why:`not in the registry for ${wanted??platform}: ${member.image}`}
return{kind:"unknown",why:`cannot pull ${member.image}: ${problem.replace(/^Error response from daemon: /,"")}`}}async function check(docker,member,signal){const image=await inspectImage(docker,member.image,signal)
if(image===undefined)return{kind:"unknown",why:`the engine does not have ${member.image}`}
const{platform:platform}=member
if(platform!==undefined&&platform.split("/",2).join("/")!==image.platform)return{kind:"wrong",why:`wrong architecture: the image is for ${image.platform}, wanted ${platform}`}
return{kind:"here",member:{...member,platform:platform??image.platform},image:image}}var stack_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){if(value!==null&&value!==void 0){if(typeof value!=="object"&&typeof value!=="function")throw new TypeError("Object expected.")
var dispose,inner
if(async){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
dispose=value[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
dispose=value[Symbol.dispose]
if(async)inner=dispose}if(typeof dispose!=="function")throw new TypeError("Object not disposable.")
if(inner)dispose=function(){try{inner.call(this)}catch(e){return Promise.reject(e)}}
env.stack.push({value:value,dispose:dispose,async:async})}else if(async){env.stack.push({async:true})}return value}
var stack_disposeResources=undefined&&undefined.__disposeResources||function(SuppressedError){return function(env){function fail(e){env.error=env.hasError?new SuppressedError(e,env.error,"An error was suppressed during disposal."):e
env.hasError=true}var r,s=0
function next(){while(r=env.stack.pop()){try{if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var result=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve()
if(env.hasError)throw env.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(error,suppressed,message){var e=new Error(message)
return e.name="SuppressedError",e.error=error,e.suppressed=suppressed,e})
async function runStack(input){const{docker:docker,members:members,reach:reach=reachHost("127.0.0.1")}=input
const run=`lucid-smoke-${(0,external_node_crypto_.randomBytes)(5).toString("hex")}`
const outcomes=new Map
const failing=new AbortController
const signal=AbortSignal.any([input.signal,failing.signal])
let network=input.network
let created=false
let leftovers=[]
try{const info=await engineInfo(docker,signal)
const here=await pullAll({...input,signal:signal},outcomes)
const present=[...here.values()].map(({member:member})=>member)
if(present.length>0){const env_1={stack:[],error:void 0,hasError:false}
try{const events=stack_addDisposableResource(env_1,watchEvents(docker,{...{run:run,since:info.time,forMs:input.deadlineMs+6e4},lost:why=>failing.abort(new EngineGone(why))}),true)
const selfChecked=new Set([...here].filter(([,{image:image}])=>image.healthcheck).map(([name])=>name))
created=true
const labels=labelsOf(ownerOf(run))
const made=await createStack({...{docker:docker,signal:signal,composePath:input.composePath,near:reach.near},stack:{...{use:{kind:"smoke",labels:labels},project:run,network:input.network,parts:present},...{selfChecked:selfChecked,address:reach.address}}})
network=made.network
for(const[name,startError]of made.refused)outcomes.set(name,brokenAt("start",{startError:startError}))
const ids=new Map((await inspectContainers(docker,run,{signal:signal})).map(({service:service,id:id})=>[service,id]))
const speed=(0,src_program.V)(input.platform)===info.machine?"native":"emulated"
const shared={machines:new Map,commands:(0,p_limit.A)(info.cpus),speed:speed}
const perform={...{docker:docker,run:run,labels:labels,signal:signal,events:events,reach:reach,shared:shared,outcomes:outcomes,here:here,ids:ids},...{members:members,logFolder:input.logFolder,tell:input.tell},network:{key:input.network.name,name:`${run}_${input.network.name}`},turns:turns(limitsOf(info,speed,input.maxParallel))}
await performAll(perform,failing)}catch(e_1){env_1.error=e_1
env_1.hasError=true}finally{const result_1=stack_disposeResources(env_1)
if(result_1)await result_1}}}catch(error){const why=stack_explain(error,input.signal)
if(why===undefined)throw error
for(const{name:name}of members)if(!outcomes.has(name))outcomes.set(name,{kind:"unknown",why:why})}finally{if(created)leftovers=await removeRun(docker,run).catch(error=>lost(error,run))}return{network:network,outcomes:outcomes,created:created,leftovers:leftovers}}const memoryShare=.8
function limitsOf({cpus:cpus,memory:memory},speed,maxParallel){const slots=maxParallel??cpus*(speed==="native"?4:2)
return{slots:Math.max(slots,1),memory:memory*memoryShare}}async function performAll(shared,failing){const{members:members,signal:signal}=shared
const ready=new Map(members.map(({name:name})=>[name,Promise.withResolvers()]))
const finished=new Map(members.map(({name:name})=>[name,Promise.withResolvers()]))
const all=members.map((member,index)=>{const{name:name}=member
const later=members.slice(index+1).filter(({needs:needs})=>needs.includes(name))
return perform(shared,member,{needs:Promise.all(member.needs.map(need=>ready.get(need)?.promise)),isReady:()=>ready.get(name)?.resolve(undefined),dependents:Promise.all(later.map(one=>finished.get(one.name)?.promise))}).catch(error=>{failing.abort(error)
throw error}).finally(()=>{ready.get(name)?.resolve(`${name}, which it needs, is not ready`)
finished.get(name)?.resolve()})})
const ended=await Promise.allSettled(all)
signal.throwIfAborted()
const failed=ended.find(one=>one.status==="rejected")
if(failed!==undefined)throw failed.reason}function brokenAt(phase,symptoms,guess){const broken={phase:phase,symptoms:symptoms,...guess!==undefined&&{guess:guess}}
return{kind:"tried",trial:{probes:[],broken:broken}}}const noDisk=new Set(["ENOSPC","EDQUOT","EROFS"])
function stack_explain(error,signal){if(signal.aborted)return signal.reason instanceof DOMException&&signal.reason.name==="TimeoutError"?"smoke took too long":"interrupted"
if(error instanceof EngineGone)return`no answer from the engine: ${error.message}`
const{code:code,message:message}=error
return code!==undefined&&noDisk.has(code)?`this machine's disk: ${message}`:undefined}function lost(error,run){if(!(error instanceof EngineGone))throw error
return[`all of ${run}`]}const pullsAtOnce=4
async function pullAll(input,outcomes){const limit=(0,p_limit.A)(pullsAtOnce)
const here=new Map
const pulls=input.members.map(member=>limit(async()=>({member:member,pulled:await pull(input.docker,member,input)})))
for(const{member:member,pulled:pulled}of await Promise.all(pulls)){const{name:name}=member
if(pulled.kind==="here")here.set(name,pulled)
else if(pulled.kind==="wrong")outcomes.set(name,brokenAt("pull",{startError:pulled.why},pulled.why))
else outcomes.set(name,{kind:"unknown",why:pulled.why})}return here}const usualDeadlineMs=30*6e4
async function smoke_smoke(input){const{plan:plan,images:images,docker:docker,outDir:outDir,options:options={}}=input
const begun=external_node_perf_hooks_.performance.now()
const deadline=AbortSignal.timeout(options.deadlineMs??usualDeadlineMs)
const signal=AbortSignal.any([deadline,...input.signal?[input.signal]:[]])
await(0,promises_.mkdir)(outDir,{recursive:true})
if(images.length>0)await removeLeftovers(docker,signal).catch(whenNobodyAnswers)
const platforms=[...new Set(images.map(({platform:platform})=>platform))]
const rows=[]
let network=plan.network
const composeFiles=[]
const leftovers=[]
for(const platform of platforms){const composeFile=(0,external_node_path_.join)(outDir,composeName(platform,platforms))
const stage=await onPlatform({...input,options:options,signal:signal},platform,platforms.length>1,composeFile)
rows.push(...stage.rows)
network=stage.network??network
if(stage.created)composeFiles.push(composeFile)
leftovers.push(...stage.leftovers)}const[composeFile]=composeFiles
return{...{kind:"lucid.smoke",version:1,revision:plan.source.revision,network:network},services:images.flatMap(image=>rows.filter(row=>row.service===image.service&&row.platform===image.platform)),...composeFile!==undefined&&{composeFile:composeFile},...leftovers.length>0&&{leftovers:leftovers},durationMs:Math.round(external_node_perf_hooks_.performance.now()-begun)}}function composeName(platform,platforms){return platform===platforms[0]?"compose.smoke.yml":`compose.smoke.${platform.replaceAll("/","-")}.yml`}function whenNobodyAnswers(error){if(!(error instanceof EngineGone)&&!(error instanceof DOMException))throw error}async function onPlatform(input,platform,severalPlatforms,composePath){const{plan:plan,docker:docker,options:options,outDir:outDir,progress:progress,signal:signal}=input
const{members:members,bystanders:bystanders}=lineup(plan,input.images,platform,input.supporting)
const subject=service=>severalPlatforms?`${service} ${platform}`:service
const rows=bystanders.map(({image:image,verdict:verdict,reason:reason})=>({...{service:image.service,platform:platform,ref:members_pinned(image),digest:image.digest},...{verdict:verdict,reason:reason,probes:[]}}))
if(members.length===0)return{rows:rows,created:false,leftovers:[]}
const logFolder=(0,external_node_path_.join)(outDir,"logs",severalPlatforms?platform.replaceAll("/","-"):"")
await(0,promises_.mkdir)(logFolder,{recursive:true})
const{mirrored:mirrored=image=>image}=options
const{network:network,outcomes:outcomes,created:created,leftovers:leftovers}=await runStack({...{docker:docker,platform:platform,network:plan.network,signal:signal,composePath:composePath,logFolder:logFolder},members:members.map(member=>member.role==="external"?{...member,image:mirrored(member.image)}:member),...{maxParallel:options.maxParallel,reach:options.reach,images:options.images??"pull"},deadlineMs:options.deadlineMs??usualDeadlineMs,tell:(member,state,text)=>progress({stage:"smoke",subject:subject(member.name),state:state,text:text})})
for(const member of members){if(member.role!=="subject")continue
const row=judge(member,platform,outcomes.get(member.name))
const text=row.verdict==="healthy"?"healthy":row.failure?.guess??row.reason??row.verdict
progress({stage:"smoke",subject:subject(member.name),state:row.verdict==="healthy"?"done":"failed",text:text})
rows.push(row)}return{rows:rows,network:network,created:created,leftovers:leftovers}}var smoke=__webpack_require__(9643)
function junitXml({services:services,revision:revision,network:network,durationMs:durationMs}){const platforms=[...new Set(services.map(({platform:platform})=>platform))]
const suites=platforms.map(platform=>{const mine=services.filter(one=>one.platform===platform)
const properties=Object.entries({revision:revision,platform:platform,network:network.name,subnet:network.subnet})
return[`<testsuite${attributes({name:`smoke ${platform}`,...counts(mine),time:junit_time(sum(mine))})}>`,`<properties>${properties.map(([name,value=""])=>`<property${attributes({name:name,value:value})}/>`).join("")}</properties>`,...mine.map(testCase),"</testsuite>"].join("\n")})
const{tests:tests,failures:failures,errors:errors}=counts(services)
const whole=attributes({name:"lucid smoke",time:junit_time(durationMs),tests:tests,failures:failures,errors:errors})
return`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${whole}>\n${suites.join("\n")}\n</testsuites>\n`}const sum=services=>services.reduce((total,{readyMs:readyMs=0})=>total+readyMs,0)
const junit_time=ms=>(ms/1e3).toFixed(3)
function counts(services){const count=verdict=>services.filter(one=>one.verdict===verdict).length
return{tests:services.length,failures:count("unhealthy"),errors:count("unknown"),skipped:count("skipped")}}function testCase(one){const{service:service,platform:platform,verdict:verdict,reason:reason,failure:failure,readyMs:readyMs=0}=one
const open=`<testcase${attributes({name:(0,smoke.X5)(one),classname:`smoke.${platform}.${service}`,time:junit_time(readyMs)})}`
const log=failure===undefined?"":`<system-out>${junit_text(failure.log.join("\n"))}</system-out>`
switch(verdict){case"healthy":return reason===undefined?`${open}/>`:`${open}><system-out>${junit_text(reason)}</system-out></testcase>`
case"skipped":return`${open}><skipped>${junit_text(reason??"")}</skipped></testcase>`
case"unknown":return`${open}><error${attributes({type:"unknown",message:reason??"no answer"})}/></testcase>`
case"unhealthy":{const about=attributes({type:failure?.phase??"ready",message:failure?.guess??"unhealthy"})
return`${open}><failure${about}>${junit_text((0,smoke.f7)(one))}</failure>${log}</testcase>`}}}function attributes(values){return Object.entries(values).map(([name,value])=>` ${name}="${junit_text(String(value)).replace(/[\t\n\r]/g,one=>`&#${one.charCodeAt(0)};`)}"`).join("")}function junit_text(value){return value.toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,"").replace(/[&<>"']/g,one=>`&#${one.charCodeAt(0)};`)}async function writeSmoke(out,result){const several=new Set(result.services.map(({platform:platform})=>platform)).size>1
const services=await Promise.all(result.services.map(one=>withDiagnosis(out,one,several)))
const whole={...result,services:services}
await writeWhole(external_node_path_.join(out,"smoke.junit.xml"),junitXml(whole))
await writeDocument(out,whole)
return whole}async function withDiagnosis(out,one,severalPlatforms){if(one.failure===undefined)return one
const folder=external_node_path_.join(out,"logs",severalPlatforms?one.platform.replaceAll("/","-"):"")
const file=await writeWhole(external_node_path_.join(folder,`${one.service}.diagnosis.txt`),`${(0,smoke.f7)(one)}\n`)
return{...one,failure:{...one.failure,file:file}}}var smoke_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){if(value!==null&&value!==void 0){if(typeof value!=="object"&&typeof value!=="function")throw new TypeError("Object expected.")
var dispose,inner
if(async){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
dispose=value[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
dispose=value[Symbol.dispose]
if(async)inner=dispose}if(typeof dispose!=="function")throw new TypeError("Object not disposable.")
if(inner)dispose=function(){try{inner.call(this)}catch(e){return Promise.reject(e)}}
env.stack.push({value:value,dispose:dispose,async:async})}else if(async){env.stack.push({async:true})}return value}
var smoke_disposeResources=undefined&&undefined.__disposeResources||function(SuppressedError){return function(env){function fail(e){env.error=env.hasError?new SuppressedError(e,env.error,"An error was suppressed during disposal."):e
env.hasError=true}var r,s=0
function next(){while(r=env.stack.pop()){try{if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var result=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve()
if(env.hasError)throw env.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(error,suppressed,message){var e=new Error(message)
return e.name="SuppressedError",e.error=error,e.suppressed=suppressed,e})
async function stages_smoke_smoke(options,world){const registry=openRegistries(options,world)
const plan=await planFor(options,world,registry,"to-run")
return smokeBuilt(options,world,registry,plan,await buildFromRegistry(plan,registry))}async function smokeBuilt(options,world,registry,plan,build){const env_1={stack:[],error:void 0,hasError:false}
try{const pushed=build.images.flatMap(({service:service,platform:platform,contentRef:ref,digest:digest})=>digest===undefined?[]:[{service:service,platform:platform,ref:ref,digest:digest}])
const selected=pushed.filter(({service:service})=>plan.selected.includes(service))
const why=options.smoke==="off"?()=>"smoke is off":await proven(options,plan,selected,registry)
const wanted=selected.filter(image=>why(image)===undefined)
const left=selected.flatMap(image=>skipped(image,why(image)))
const door=smoke_addDisposableResource(env_1,await openFor(wanted,options,world),true)
const ran=await smoke_smoke({...{plan:plan,images:wanted,supporting:pushed.filter(image=>!wanted.includes(image))},...{docker:door.docker,progress:world.progress,signal:world.signal,outDir:options.out},options:{reach:door.reach,...options.maxParallel!==undefined&&{maxParallel:options.maxParallel},mirrored:image=>registry.mirrored(image)}})
const order=one=>selected.findIndex(({service:service,platform:platform})=>service===one.service&&platform===one.platform)
const result={...ran,services:[...ran.services,...left].sort((a,b)=>order(a)-order(b))}
const written=await writeSmoke(options.out,result)
await recordProofs(ran.services,plan,world)
return written}catch(e_1){env_1.error=e_1
env_1.hasError=true}finally{const result_1=smoke_disposeResources(env_1)
if(result_1)await result_1}}async function openFor(wanted,options,{docker:docker,env:env,signal:signal}){if(wanted.length===0)return{docker:docker,reach:reachHost("127.0.0.1"),[Symbol.asyncDispose]:async()=>{}}
const engine={host:options.dockerHost,context:options.dockerContext}
const door=await openEngine(docker,engine,{env:env,signal:signal,reachHost:reachHost})
try{await(0,docker_engine.EV)(door.docker,signal)
return door}catch(error){await door[Symbol.asyncDispose]()
throw error}}async function recordProofs(rows,{source:source,services:services},world){const{event:event,revision:revision}=source
if(event.kind==="pull_request"&&event.fork)return
const registry=openRegistries({mirror:new Map},world)
const problems=await Promise.all(rows.map(async({service:service,digest:digest,verdict:verdict})=>{const image=services.find(({name:name})=>name===service)?.image
if(image===undefined||verdict!=="healthy"&&verdict!=="unhealthy")return undefined
return writeProof(registry,image,{digest:digest,verdict:verdict,revision:revision}).then(()=>undefined,error=>error.message.split("\n",1)[0])}))
const failed=problems.filter(problem=>problem!==undefined)
if(failed.length>0&&!world.signal.aborted)world.log(`smoke of ${failed.length} could not be recorded in the registry (${failed[0]}): hand smoke.json on to publish`)}async function proven({smoke:which},plan,pushed,registry){if(which==="all")return()=>undefined
const passed=new Map
await Promise.all(pushed.map(async({service:service,digest:digest})=>{const image=plan.services.find(({name:name})=>name===service)?.image
const proof=image===undefined?undefined:await readProof(registry,image,digest)
if(proof?.verdict==="healthy")passed.set(`${service} ${digest}`,proof.revision)}))
const fresh=plan.services.filter(({name:name})=>pushed.some(one=>one.service===name&&!passed.has(`${name} ${one.digest}`)))
const dependents=which==="dependents"?new Set(withDependents(plan.services,fresh,()=>[]).map(({name:name})=>name)):undefined
return({service:service,digest:digest})=>{const revision=dependents?.has(service)?undefined:passed.get(`${service} ${digest}`)
return revision===undefined?undefined:`these very bytes passed smoke before, for ${revision.slice(0,12)}`}}function skipped(image,reason){if(reason===undefined)return[]
const{service:service,platform:platform,ref:ref,digest:digest}=image
return[{service:service,platform:platform,ref:`${(0,documents_reference._)(ref)}@${digest}`,digest:digest,verdict:"skipped",reason:reason,probes:[]}]}async function run_run(options,world){const started=world.now()
const registry=openRegistries(options,world)
const reach=options.smoke==="off"?"to-build":"to-run"
const{plan:plan,findings:findings,skipped:skipped,selected:selected}=await planAndLint(options,world,registry,reach,"all")
let documents={plan:plan}
try{documents={...documents,lint:await writeLint(options.out,findings,selected,{skipped:skipped})}
const build=await buildPlan(options,world,registry,plan)
documents={...documents,build:build}
const smoke=await smokeBuilt(options,world,registry,plan,build)
documents={...documents,smoke:smoke}
documents={...documents,publish:await publishBuilt(options,world,plan,build,smoke)}}catch(error){await writeReport(options.out,documents).catch(()=>undefined)
throw error}documents={...documents,durationMs:Math.round(world.now()-started)}
return{...documents,report:await writeReport(options.out,documents)}}const hostShape=schemas.Ikc({Name:schemas.YjP(),ServerVersion:schemas.YjP(),OSType:schemas.YjP(),Architecture:schemas.YjP()})
const host_architectures={x86_64:"amd64",aarch64:"arm64",armv7l:"arm/v7"}
async function hostInfo(docker,signal){const{stdout:stdout,stderr:stderr}=await call(docker,["info","--format","{{json .}}"],{signal:signal})
const info=hostShape.safeParse(json(stdout)).data
if(info===undefined)throw new EngineGone(lastLine(stderr)||"no Docker engine answers")
const architecture=host_architectures[info.Architecture]??info.Architecture
return{name:info.Name,engine:info.ServerVersion,platform:`${info.OSType}/${architecture}`}}const host_imageShape=schemas.Ikc({Id:schemas.YjP(),RepoDigests:schemas.YOg(schemas.YjP()).nullish(),Created:schemas.YjP().nullish(),Config:schemas.Ikc({Labels:schemas.g1P(schemas.YjP(),schemas.YjP()).nullish()}).nullish()})
const revisionLabel="org.opencontainers.image.revision"
async function lookOnHost(docker,sought,signal){const{service:service,platform:platform,ref:ref,image:image,facts:facts}=sought
const row={service:service,platform:platform,ref:ref}
const published=facts&&{published:host_known(facts.indexDigest??facts.digest,facts.labels[revisionLabel],facts.created)}
for(const digest of facts===undefined?[]:[facts.indexDigest,facts.digest]){const found=digest===undefined?undefined:await host_inspect(docker,`${image}@${digest}`,signal)
if(found!==undefined&&digest!==undefined)return{...row,...published,state:"present",here:host_known(digest,labelOf(found),found.Created)}}const other=await host_inspect(docker,ref,signal)
const digest=other?.RepoDigests?.map(one=>one.split("@")[1]).find(one=>one!==undefined)
const here=other&&digest!==undefined?{here:host_known(digest,labelOf(other),other.Created)}:undefined
const state=facts===undefined?"unpublished":here===undefined?"absent":"old"
return{...row,...published,...here,state:state}}const labelOf=({Config:Config})=>Config?.Labels?.[revisionLabel]
function host_known(digest,revision,created){return{digest:digest,...revision!==undefined&&{revision:revision},...created&&{created:created}}}async function host_inspect(docker,ref,signal){const{exitCode:exitCode,stdout:stdout}=await call(docker,["image","inspect","--",ref],{signal:signal})
return exitCode===0?schemas.YOg(host_imageShape).safeParse(json(stdout)).data?.[0]:undefined}var verify_host_addDisposableResource=undefined&&undefined.__addDisposableResource||function(env,value,async){if(value!==null&&value!==void 0){if(typeof value!=="object"&&typeof value!=="function")throw new TypeError("Object expected.")
var dispose,inner
if(async){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
dispose=value[Symbol.asyncDispose]}if(dispose===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
dispose=value[Symbol.dispose]
if(async)inner=dispose}if(typeof dispose!=="function")throw new TypeError("Object not disposable.")
if(inner)dispose=function(){try{inner.call(this)}catch(e){return Promise.reject(e)}}
env.stack.push({value:value,dispose:dispose,async:async})}else if(async){env.stack.push({async:true})}return value}
var verify_host_disposeResources=undefined&&undefined.__disposeResources||function(SuppressedError){return function(env){function fail(e){env.error=env.hasError?new SuppressedError(e,env.error,"An error was suppressed during disposal."):e
env.hasError=true}var r,s=0
function next(){while(r=env.stack.pop()){try{if(!r.async&&s===1)return s=0,env.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var result=r.dispose.call(r.value)
if(r.async)return s|=2,Promise.resolve(result).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return env.hasError?Promise.reject(env.error):Promise.resolve()
if(env.hasError)throw env.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(error,suppressed,message){var e=new Error(message)
return e.name="SuppressedError",e.error=error,e.suppressed=suppressed,e})
async function verifyHost(options,world){const env_1={stack:[],error:void 0,hasError:false}
try{const started=world.now()
const registry=openRegistries(options,world)
const catalog=await openCatalog(options,world)
const{signal:signal,progress:progress}=world
checkPlatforms(options.platform,catalog.services)
const source=await openSource(options,gitOf(catalog.root,world),world)
const selected=selectServices(catalog,{services:options.service,phases:options.phase})
const wanted={host:options.dockerHost,context:options.dockerContext}
const door=verify_host_addDisposableResource(env_1,await openEngine(world.docker,wanted,{env:world.env,signal:signal,reachHost:reachHost}),true)
await(0,docker_engine.EV)(door.docker,signal)
const host=await hostInfo(door.docker,signal)
const asked=platformNames(options.platform)
const platforms=asked.length>0?asked:[host.platform]
const floating=service=>serviceTags(service,{...source,event:{kind:"push",branch:source.defaultBranch??"main"}},catalog).floating[0]
const look=async(service,platform)=>{const tag=floating(service)
if(tag===undefined||!service.platforms.includes(platform))return undefined
const ref=`${service.image}:${tag}`
const facts=await registry.imageFacts(ref,platform)
return lookOnHost(door.docker,{service:service.name,platform:platform,ref:ref,image:service.image,facts:facts},signal)}
const all=(await Promise.all(catalog.services.flatMap(service=>platforms.map(platform=>look(service,platform))))).filter(one=>one!==undefined)
const names=new Set(selected.map(({name:name})=>name))
const images=all.filter(({service:service})=>names.has(service))
const runnable=list=>list.flatMap(({service:service,platform:platform,ref:ref,here:here})=>here===undefined?[]:[{service:service,platform:platform,ref:ref,digest:here.digest}])
const plan={...{kind:"lucid.plan",version:1,root:catalog.root,source:source,project:catalog.project},...{network:catalog.network,phases:catalog.phases,services:catalog.services,planned:catalog.planned},...{externals:catalog.externals,selected:[...names],images:[],tags:{},waves:[],matrix:{include:[]}}}
const outDir=external_node_path_.join(options.out,"host")
const smoke=await smoke_smoke({...{plan:plan,docker:door.docker,progress:progress,signal:signal,outDir:outDir},images:runnable(images),supporting:runnable(all.filter(({service:service})=>!names.has(service))),options:{...{images:"present",reach:door.reach,mirrored:image=>registry.mirrored(image)},...options.maxParallel!==undefined&&{maxParallel:options.maxParallel}}})
const result={...{kind:"lucid.verify-host",version:1,host:host,images:images},smoke:await writeSmoke(outDir,smoke),durationMs:Math.round(world.now()-started)}
await writeDocument(options.out,result)
return result}catch(e_1){env_1.error=e_1
env_1.hasError=true}finally{const result_1=verify_host_disposeResources(env_1)
if(result_1)await result_1}}const stages={plan:plan,lint:lint_lint,build:build_build,verify:verify_verify,smoke:stages_smoke_smoke,publish:publish_publish,report:report_report,run:run_run,"verify-host":verifyHost}},7387:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{Nh:()=>entrypointFilled,Np:()=>runs,VR:()=>userVerdict,ix:()=>megabytes,l2:()=>checkConfig,sz:()=>expanded})
var _verdicts_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(5231)
const revisionLabel="org.opencontainers.image.revision"
function checkConfig(verdicts,facts,service,source,{platform:platform,outcome:outcome}){const{verify:verify,ports:ports}=service
verdicts.add("platform",{ok:facts.platform===platform,expected:platform,actual:facts.platform})
if(verify.user!==undefined)verdicts.add("user",userVerdict(verify.user,facts.user))
for(const key of verify.labels)verdicts.add("labels",{name:`label ${key}`,...filled(facts.labels[key])})
verdicts.add("revision",revisionVerdict(facts.labels[revisionLabel],source,outcome))
verdicts.add("labels-expanded",{name:"labels expanded",...expanded(facts.labels)})
if(verify.maxSize===undefined)verdicts.skip("size","the catalog sets no verify.max_size")
else verdicts.add("size",sizeVerdict(verify.maxSize,facts.size))
for(const{container:container,protocol:protocol}of ports){const port=`${container}/${protocol}`
const ok=facts.exposedPorts.includes(port)
verdicts.add("port",{name:`port ${port}`,ok:ok,expected:"exposed",actual:facts.exposedPorts.join(", ")})}}const runs=({ports:ports,health:health})=>ports.length>0||health!==undefined
function entrypointFilled(verdicts,{entrypoint:entrypoint,command:command}){verdicts.add("entrypoint",filled((entrypoint??command)?.join(" ")))}function filled(actual){return{ok:actual!==undefined&&actual.trim()!=="",expected:"filled",actual:actual}}function userVerdict(expected,actual){const seen=expected.includes(":")?actual:actual?.split(":")[0]
return{ok:seen===expected,expected:expected,actual:actual??"root"}}function revisionVerdict(actual,{revision:revision},outcome){return outcome==="built"?{ok:actual===revision,expected:revision,actual:actual}:filled(actual)}function expanded(values){const left=Object.entries(values).filter(([,value])=>/\$[{(A-Za-z_]/.test(value))
return{ok:left.length===0,expected:"no $ left",actual:(0,_verdicts_js__WEBPACK_IMPORTED_MODULE_0__.H)(left.map(([key,value])=>`${key}=${value.slice(0,200)}`))}}const megabytes=bytes=>`${(bytes/1e6).toFixed(1)} MB`
function sizeVerdict(maxSize,size){return{ok:size<=maxSize,expected:`at most ${megabytes(maxSize)}`,actual:megabytes(size)}}},3529:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{a:()=>checkKinds})
const checkKinds=[{id:"platform",level:"error",title:"Made for the platform it should be",docs:"What the image's configuration says, and, where the reference names an index, what each entry of the index says of the image behind it."},{id:"layers",level:"error",title:"Every layer can be read and is what its digest says",docs:"Layers are streamed from the registry, each once however many images share it; size and digest are checked as they come. One that unpacks to more than 32 GiB or a million files counts as broken."},{id:"base",level:"error",title:"FROM an image that is allowed",docs:"Looked at where `verify.base` lists images. What an image is FROM is found by the layers that it shares with the bases of the plan, else taken from its label `org.opencontainers.image.base.name`. An image of the same catalog is allowed; what that one is FROM has to be in the list."},{id:"user",level:"error",title:"Runs as the user it should",docs:"`verify.user` where it is set, else `65532:65532` for an image that is FROM a distroless one. For any other, see `nonroot`."},{id:"nonroot",level:"warning",title:"Runs as a numeric user that is not root",docs:"A name is looked up in the image's `/etc/passwd`; Kubernetes' `runAsNonRoot` refuses it, since it may well be root."},{id:"labels",level:"error",title:"Has the labels it must have, filled",docs:"Those that `verify.labels` lists."},{id:"revision",level:"error",title:"Labelled with its commit",docs:"`org.opencontainers.image.revision` is the commit of this run for an image that was built in it. One that was there already keeps the commit that it was first built for."},{id:"labels-expanded",level:"error",title:"No placeholder is left in a label",docs:"`$BUILD_DATE` in a label is a build argument that its stage did not declare."},{id:"env-expanded",level:"warning",title:"No placeholder is left in an environment variable, and no password is missing from an address",docs:"`ENV MONGODB_URI=mongodb://lucid:$MONGODB_PASSWORD@host` is expanded when the image is built. What is not declared there comes out empty: `mongodb://lucid:@host`."},{id:"credentials",level:"error",title:"No credential in environment, labels or history",docs:"Tokens and keys by the form their issuers give them, passwords in addresses, and values of variables that are named like one. Everyone who has the image can read them: hand them to the build as secrets, and to the container when it starts."},{id:"size",level:"error",title:"Not larger than its budget",docs:"Compressed, as the registry holds it, against `verify.max_size`."},{id:"growth",level:"warning",title:"Not much larger than what is published",docs:"Against what the floating tag names, on the same platform: `verify.max_growth`, else a quarter. The layers that grew are named by the instruction that made them."},{id:"port",level:"error",title:"Exposes the ports of the catalog",docs:"One row a port."},{id:"port-extra",level:"warning",title:"Exposes no port that the catalog does not know",docs:"For services that have ports in the catalog."},{id:"healthcheck",level:"warning",title:"Has a HEALTHCHECK",docs:"For services that have ports or a health check in the catalog."},{id:"healthcheck-program",level:"error",title:"The HEALTHCHECK's program is in the image",docs:"`curl`, `wget` and a shell (the shell form needs one) are not in distroless images, and `python` may only be there as `/usr/bin/python3`: such a container is unhealthy for ever."},{id:"healthcheck-target",level:"warning",title:"The HEALTHCHECK asks for what the catalog says",docs:"Port and path of a `http://localhost:8080/health` in it, against `health` and `ports` of the catalog."},{id:"entrypoint",level:"error",title:"The program that is started is in the image and may be executed",docs:"Entrypoint, else command: looked up in the image's PATH, links followed, executable for the image's user. A script's interpreter counts as well, and the libraries' loader of a dynamically linked program: one that is linked with musl does not start where there is only glibc."},{id:"entrypoint-machine",level:"error",title:"That program is made for the platform",docs:"By its ELF header, scripts followed to their interpreter. Emulation on the build machine hides a wrong one; the target says `exec format error`."},{id:"entrypoint-module",level:"error",title:"The script or module that it is started with is there",docs:"Of `python3 -m controller.main` or `python3 /app/main.py`: the module on the interpreter's path, the file in the image."},{id:"binaries",level:"error",title:"Every program and library is made for the platform",docs:"Native wheels that a builder stage on `$BUILDPLATFORM` installed are for the build machine: the image is labelled arm64 and fails at the first import. Build such packages on the target's platform. `verify.allow` leaves paths out."},{id:"python-packages",level:"warning",title:"Python packages lie where the interpreter looks",docs:"For images that start Python. Debian's looks in `dist-packages`, not in `site-packages`; no Python looks in another version's folder, and `/home/app/.local` is only looked in by a user whose home is `/home/app`."},{id:"no-shell",level:"error",title:"No shell anywhere",docs:"For images that are FROM a distroless one; for any other where `verify.checks` sets it to a level. `verify.allow` leaves paths out."},{id:"no-package-manager",level:"error",title:"No package manager anywhere",docs:"As for shells: apt, dpkg, apk, pip, npm and their like."},{id:"secrets",level:"error",title:"No file that looks like a secret, in any layer",docs:"Environment files, private keys, logins, git repositories, by name and by how they begin. A file that a later layer removes is still in the one before. What packages and distributions ship is left out; so is `verify.allow`."},{id:"file",level:"error",title:"The declared files are there",docs:"One row for each path of `verify.files`, links followed."},{id:"import",level:"error",title:"The declared Python modules import",docs:"One row for each of `verify.imports`: imported by the image's own Python, in a container without network, held as tightly as `hardening` says. Needs an engine that runs the platform."}]},5231:(__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{__webpack_require__.d(__webpack_exports__,{H:()=>few,v:()=>Verdicts})
var _table_js__WEBPACK_IMPORTED_MODULE_0__=__webpack_require__(3529)
class Verdicts{#levels
#checks=[]
#unchecked=new Map
constructor({checks:checks={}}){this.#levels=checks}wants(id){if(this.#levels[id]!=="off")return true
this.skip(id,"switched off in the catalog")
return false}isSet(id){return Object.hasOwn(this.#levels,id)}add(id,{name:name=id,ok:ok,expected:expected,actual:actual}){if(!this.wants(id))return
const level=this.#levels[id]??_table_js__WEBPACK_IMPORTED_MODULE_0__.a.find(one=>one.id===id)?.level
const shown=actual===undefined||actual===""?"none":actual
this.#checks.push({id:id,name:name,ok:ok,expected:expected,actual:shown,...level==="warning"&&{level:level}})}skip(id,reason){if(!this.#unchecked.has(id))this.#unchecked.set(id,{id:id,reason:reason})}get checks(){return this.#checks}get unchecked(){return[...this.#unchecked.values()]}}function few(list,most=5){const more=list.length-most
return more>0?`${list.slice(0,most).join(", ")} and ${more} more`:list.join(", ")}}}
