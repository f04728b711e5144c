export const id=1393
export const ids=[1393]
export const modules={11886:((e,t,n)=>{n.d(t,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,WF:()=>tryParseReference,Z9:()=>referenceTarget,_M:()=>repositoryOf,hG:()=>familiarName})
var s=n(39893)
var o=n(85465)
const r=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const i=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const a=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const c=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const l="docker.io"
function isDigest(e){return c.test(e)}function parseReference(e){const t=tryParseReference(e)
if(t.kind==="problem")throw new o.yo(t.problem)
return t.reference}function tryParseReference(e,t){const{name:n,tag:o,digest:r}=cut(e)
const{host:i,repository:a}=splitHost(n)
const c=wrongWith({host:i,repository:a,tag:o,digest:r})
if(c!==undefined){const n=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const o="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:n,why:c,fix:o,...(0,s.s)({at:t})}}}return{kind:"reference",reference:{host:i,repository:a,...(0,s.s)({tag:o,digest:r})}}}function formatReference({host:e,repository:t,tag:n,digest:s}){return`${e}/${t}${n===undefined?"":`:${n}`}${s===undefined?"":`@${s}`}`}function familiarName(e){const t=formatReference(e)
const n=t.startsWith(`${l}/`)?t.slice(l.length+1):t
const s=e.host===l&&/^library\/[^/]+$/.test(e.repository)?n.slice(8):n
return s.endsWith(":latest")?s.slice(0,-":latest".length):s}function mirrorReference(e,t){const n=t.get(e.host)
if(n===undefined)return e
const{host:s,repository:o}=parseReference(`${n.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:s,repository:o}}function referenceTarget({tag:e,digest:t}){return t??e??"latest"}function cut(e){const t=e.indexOf("@")
const n=t===-1?e:e.slice(0,t)
const s=n.indexOf(":",n.lastIndexOf("/")+1)
return{name:s===-1?n:n.slice(0,s),...s!==-1&&{tag:n.slice(s+1)},...t!==-1&&{digest:e.slice(t+1)}}}function splitHost(e){const t=e.indexOf("/")
const n=t===-1?"":e.slice(0,t)
const s=/[.:]/.test(n)||n==="localhost"||n!==n.toLowerCase()
const o=s?n:l
const r=s?e.slice(t+1):e
if(o!==l&&o!=="index.docker.io")return{host:o,repository:r}
return{host:l,repository:r.includes("/")?r:`library/${r}`}}function wrongWith(e){const{host:t,repository:n,tag:s,digest:o}=e
const c=n.replace(/^library\//,"")
if(c==="")return"the name is missing"
if(!r.test(t))return`${JSON.stringify(t)} is not a registry host`
if(n!==n.toLowerCase())return`the name ${JSON.stringify(c)} must be lower case`
const l=n.split("/").find(e=>!i.test(e))
if(l!==undefined)return`the name part ${JSON.stringify(l)} may have only a-z, 0-9, and single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(c))return"a name of 64 hex digits looks like an image ID"
if(t.length+1+n.length>255)return"host and name are longer than 255 characters"
if(s!==undefined&&!a.test(s))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(o!==undefined&&!isDigest(o))return"a digest is sha256: and 64 hex digits"
return undefined}function repositoryOf(e){const t=e.split("@",1)[0]??e
const n=t.lastIndexOf(":")
return n>t.lastIndexOf("/")?t.slice(0,n):t}}),11671:((e,t,n)=>{n.d(t,{C0:()=>isLoopbackVariable,IA:()=>findPythonLoopbackBind,KC:()=>healthcheckTarget,LL:()=>listenPort,Ws:()=>loopbackAddress,pY:()=>expandKnownVariables})
const s=/(?:https?:\/\/|[\s'"])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/
const o=/\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g
function expandKnownVariables(e,t){return e.replace(o,(e,n,s,o)=>t(n??s??"")??o??e)}function healthcheckTarget(e,t){const n=expandKnownVariables(e.join(" "),t)
const o=s.exec(n)
if(o===null||o[2]?.includes("$"))return undefined
if(!o[0].startsWith("http")&&(o[1]===undefined||o[2]===undefined)&&!/\b(?:curl|wget)\b/.test(n))return undefined
return{port:o[1]===undefined?80:Number(o[1]),path:o[2]??"/"}}const r=/(?:^|\s)--(?:server[.-]|http-|listen-)?port[=\s]+["']?(\d{2,5})(?=["'\s]|$)/
const i=/(?:^|\s)(?:--bind|-b|--listen|--addr(?:ess)?)[=\s]+["']?(?:[\w.*[\]:]*):(\d{2,5})(?=["'\s]|$)/
function listenPort(e){const t=e.join(" ")
const n=r.exec(t)??i.exec(t)
return n===null?undefined:Number(n[1])}const a="(?:tcp://|https?://)?(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?)"
const c=new RegExp(`(?:^|\\s)(?:--(?:host|bind|listen|listen-address|addr|address|ip|server\\.address)|-b)[=\\s]+["']?(${a}(?::\\d+)?)(?=["'\\s]|$)`)
const loopbackAddress=e=>c.exec(e.join(" "))?.[1]
const l=`["'](127\\.0\\.0\\.1|localhost)["']`
const d=[`\\b(?:\\w+\\.run|run_app|run_simple|serve|create_server|start_server)\\s*\\((?:[^()]|\\([^()]*\\))*?\\bhost\\s*=\\s*${l}`,`\\b(?:start_server|create_server)\\s*\\(\\s*[\\w.]+\\s*,\\s*${l}`,`\\b(?:run_simple|make_server|WSGIServer)\\s*\\(\\s*\\(?\\s*${l}`,`\\b(?:\\w*HTTPServer|\\w*TCPServer|\\w+\\.bind)\\s*\\(\\s*\\(\\s*${l}`].map(e=>new RegExp(e))
function findPythonLoopbackBind(e){const t=e.replace(/^[ \t]*#.*$/gm,"")
for(const e of d){const n=e.exec(t)
if(n===null)continue
const[s,o=""]=n
return{line:t.slice(0,n.index+s.lastIndexOf(o)).split("\n").length,address:o}}return undefined}const f=/^(?:HOST|BIND|BIND_(?:HOST|ADDR|ADDRESS)|LISTEN(?:_(?:HOST|ADDR|ADDRESS))?|(?:SERVER|API|APP|HTTP|UVICORN|FLASK_RUN)_HOST)$/
const u=new RegExp(`^${a}(?::\\d+)?$`)
const isLoopbackVariable=(e,t)=>f.test(e)&&u.test(t)}),27381:((e,t,n)=>{n.d(t,{X$:()=>whyReserved,p1:()=>reservedForm})
const s=[{owner:"ledger",form:/\.published/,text:"*.published*",use:"the ledger of a floating tag"},{owner:"smoke",form:/\.smoke$/,text:"*.smoke",use:"the verdicts of smoke on an image"},{owner:"relabel",form:/\.relabel$/,text:"*.relabel",use:"the image that a relabelled one was made from"},{owner:"kept",form:/\.kept$/,text:"*.kept",use:"the reason why an image is kept"},{owner:"job-result",form:/\.(?:build|tried)$/,text:"*.build, *.tried",use:"the result of a job"},{owner:"content",form:/^content-/,text:"content-*",use:"a built image, named after its inputs"},{owner:"buildkit",form:/^cache-/,text:"cache-*",use:"BuildKit's cache in a registry"},{owner:"referrers",form:/^sha(?:256|384|512)-/,text:"sha256-*",use:"signatures and referrers of a digest"}]
function reservedForm(e){return s.find(({form:t})=>t.test(e))}const whyReserved=({text:e,use:t})=>`tags of the form ${e} are reserved: there this program keeps ${t}`}),87046:((e,t,n)=>{n.r(t)
n.d(t,{init:()=>init})
var s=n(51455)
var o=n(76760)
var r=n(39491)
var i=n(90690)
var a=n(98810)
var c=n(33916)
var l=n(85465)
var d=n(36540)
var f=n(39893)
const u={sha:"\x01sha\x01",date:"\x01date\x01",version:"\x01version\x01",other:"\x01?\x01"}
const hasPlaceholder=e=>e.includes("\x01")
function wordText(e,t){return e.parts===undefined?e.value:e.parts.map(e=>partText(e,t)).join("")}function partText(e,t){switch(e.type){case"Literal":case"SingleQuoted":case"AnsiCQuoted":return e.value
case"DoubleQuoted":case"LocaleString":return e.parts.map(e=>partText(e,t)).join("")
case"SimpleExpansion":return setTo(e.text.slice(1),t)??openValue(e.text.slice(1))
case"ParameterExpansion":{const{parameter:n,operation:s,prefix:o}=e
if(o!==undefined)return u.other
const r=setTo(n,t)
if(s===undefined)return r??openValue(n)
if(s.type!=="Default")return u.other
const{operator:i,operand:a}=s
if(/[-=]$/.test(i))return r!==undefined&&r!==""?r:wordText(a,t)
return i.endsWith("?")?r??openValue(n):u.other}case"CommandExpansion":return resultOf(e.text,t)
default:return"text"in e&&e.type==="Glob"?e.text:u.other}}function setTo(e,{variables:t,folder:n}){return t.get(e)??(e==="PWD"?n:undefined)}function openValue(e){if(/sha|commit|revision|git_ref|vcs_ref/i.test(e))return u.sha
if(/date|time/i.test(e))return u.date
return/version|release/i.test(e)?u.version:u.other}function resultOf(e,{folder:t,script:n}){const s=e.replace(/^\$\(|^`|\)$|`$/g,"").trim()
if(s==="pwd")return t
if(/^git rev-parse --show-toplevel/.test(s))return"."
const o=/dirname\s+(?:--\s+)?"?\$(?:0|\{?BASH_SOURCE)/.test(s)
if(o){const e=/^cd\s+.*dirname[^)]*\)"?((?:\/[\w.-]+)*)"?\s*(?:>\s*\/dev\/null\s*(?:2>&1)?\s*)?&&\s*pwd/.exec(s)?.[1]
if(e!==undefined)return`${n}${e}`
return/^dirname/.test(s)?n:u.other}if(/\bgit\s+(?:rev-parse|log|show)\b/.test(s))return u.sha
if(/\bgit\s+describe\b/.test(s))return u.version
return/^date\b/.test(s)?u.date:u.other}const withoutTag=e=>e.replace(/@.*$/,"").replace(/:[^/:]*$/,"")
var m=n(38815)
var p=n(16496)
function interpolate(e,t){if(typeof e==="string"){const n=expand(e.replaceAll("$$","\0"),e=>t(e)?.replaceAll("$","\0"))
return n.replace(/\$\{[^}]*\}?|\$\w+/g,"\x01").replaceAll("\0","$")}if(Array.isArray(e))return e.map(e=>interpolate(e,t))
return typeof e!=="object"||e===null?e:Object.fromEntries(Object.entries(e).map(([e,n])=>[e,interpolate(n,t)]))}const h=/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/g
function expand(e,t){return e.replace(h,(e,n,s,o="",r="")=>{const i=t(n??s??"")
const a=i===undefined||o.startsWith(":")&&i===""
if(o.endsWith("-"))return a?expand(r,t):i
if(o.endsWith("+"))return a?"":expand(r,t)
return a?e:i})}function parseEnvFile(e){const t=new Map
for(const n of e.split(/\r?\n/)){const[,e,s=""]=/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=(.*)$/s.exec(n)??[]
if(e===undefined)continue
const o=s.trim()
const r=/^(["'])(.*)\1$/.exec(o)
const i=r?.[2]??o.replace(/(?<!\s)\s+#.*$/,"")
t.set(e,r?.[1]==="'"?i:expand(i,e=>t.get(e)))}return t}const asList=e=>Array.isArray(e)?e:[]
var g=n(88989)
const b=500
function readShellCommands(e,t){return new ScriptReader(e,t).all()}class ScriptReader{#e
#t
#n=new Map
#s=[]
#o
#r=0
constructor(e,{script:t,folder:n}){this.#e=e
this.#t=t
this.#o=n}all(){this.#i((0,g.qg)(this.#e))
return this.#s}get#a(){return{variables:this.#n,folder:this.#o,script:this.#t}}#i(e){switch(e.type){case"Command":this.#c(e)
return
case"Subshell":{const t=this.#o;(0,g.dK)(e,e=>this.#i(e))
this.#o=t
return}case"For":{const t=(e.wordlist??[]).flatMap(e=>wordText(e,this.#a).split(/\s+/).filter(Boolean))
for(const n of t.length>0?t:[u.other]){if(++this.#r>b)return
const t=this.#o
this.#n.set(e.name.value,n)
this.#i(e.body)
this.#o=t}return}default:(0,g.dK)(e,e=>this.#i(e))}}#c(e){const t=e.prefix.filter(e=>e.type==="Assignment")
if(e.name===undefined){for(const e of t)this.#l(e)
return}const n=wordText(e.name,this.#a)
if(/^(?:export|declare|local|readonly|typeset)$/.test(n)){for(const t of e.args)this.#l(t)
return}const s=e.args.map(e=>this.#d(e))
if(n==="cd"||n==="pushd")this.#o=this.#f(s.findLast(e=>!e.startsWith("-")))
else if(n==="popd")this.#o="."
else{const t=this.#e.slice(0,e.pos).split("\n").length
this.#s.push({words:[n,...s],folder:this.#o,line:t})}}#l(e){if(e.type!=="Assignment")return
this.#n.set(e.name,e.value.type==="Word"?wordText(e.value,this.#a):u.other)}#d(e){if(e.type==="Word")return wordText(e,this.#a)
return e.value.type==="Word"?`${e.name}=${wordText(e.value,this.#a)}`:e.text}#f(e){if(e===undefined||e.startsWith("/")||e.startsWith("~")||hasPlaceholder(e))return"."
const t=o.posix.normalize(o.posix.join(this.#o,e)).replace(/\/$/,"")
return t===".."||t.startsWith("../")?".":t}}function parseComposeFile(e,t,n=()=>undefined){const s=(0,m.Tp)(e,{merge:true,logLevel:"silent",uniqueKeys:false})
if(s.errors.length>0)return undefined
return servicesOf(interpolate(s.toJS({maxAliasCount:1e3}),n),{folder:o.posix.dirname(t),lookup:n})}function readComposeConfig(e,t){const n=interpolate(e,()=>undefined)
return servicesOf(n,{folder:".",root:t,lookup:()=>undefined})}function servicesOf(e,t){const n=(0,p.Ag)((0,p.Ag)(e)?.services)
if(n===undefined)return undefined
return Object.entries(n).flatMap(([e,n])=>{const s=(0,p.Ag)(n)
return s===undefined?[]:[toService(e,s,t)]})}function toService(e,t,n){const s=typeof t.build==="string"?{context:t.build}:(0,p.Ag)(t.build)
const{env:o,unset:r}=environmentOf(t.environment,n.lookup)
const i=(0,p.Ag)(t.depends_on)
const a=asList(t.links).flatMap(e=>asText(e)?.split(":",1)[0]??[])
return{name:e,...(0,f.s)({image:asText(t.image),build:s&&toBuild(s,n)}),ports:[...new Set([...asList(t.ports),...asList(t.expose)].flatMap(portsOf))],...(0,f.s)({health:healthOf((0,p.Ag)(t.healthcheck))}),env:o,unset:r,needs:[...i?Object.keys(i):asList(t.depends_on).map(String),...a],awaited:Object.entries(i??{}).flatMap(([e,t])=>(0,p.Ag)(t)?.condition==="service_completed_successfully"?e:[]),mounts:asList(t.volumes).flatMap(e=>{const t=(0,p.Ag)(e)
const n=t===undefined?asText(e)?.split(":",1)[0]:asText(t.source)
const s=t===undefined||t.type==="bind"
return s&&n!==undefined&&/^[./]/.test(n)?[n]:[]}),...(0,f.s)({command:commandOf(t.command,n.folder)})}}function commandOf(e,t){const n=asText(e)
const s=n===undefined?[]:readShellCommands(n,{script:t,folder:t})
const o=n===undefined?asList(e).map(asText):s.length===1?s[0]?.words??[]:[]
const r=o.filter(e=>e!==undefined&&!hasPlaceholder(e))
return r.length>0&&r.length===o.length?r:undefined}const awaitedJobs=e=>new Set(e.flatMap(({awaited:e})=>e))
function toBuild(e,{folder:t,root:n}){const s=e.context===undefined?".":asText(e.context)
const o=e.dockerfile===undefined?"Dockerfile":asText(e.dockerfile)
if(s===undefined||o===undefined||e.dockerfile_inline!==undefined)return undefined
if(/^(?:https?|git|ssh):\/\/|^git@/.test(s))return undefined
const r=inRepository(s,t,n)
const i=inRepository(o,r??".",n)
if(r===undefined||i===undefined)return undefined
return{context:r,dockerfile:i,...(0,f.s)({target:asText(e.target)}),args:environmentOf(e.args,()=>undefined).env,platforms:asList(e.platforms).flatMap(e=>asText(e)??[])}}function inRepository(e,t,n){const s=o.posix.isAbsolute(e)
if(s&&n===undefined||e.startsWith("~"))return undefined
const r=s?o.posix.relative(n??"",e)||".":o.posix.join(t,e)
const i=o.posix.normalize(r).replace(/\/$/,"")
return i===".."||i.startsWith("../")?undefined:i}function portsOf(e){const t=(0,p.Ag)(e)
const n=t===undefined?asText(e):`${asText(t.target)}/${asText(t.protocol)??"tcp"}`
const s=/^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/.exec(n??"")
const o=Number(s?.[1])
const r=Number(s?.[2]??s?.[1])
if(!(o>0)||r>65535||r-o>20)return[]
const i=s?.[3]==="udp"?"/udp":""
return Array.from({length:r-o+1},(e,t)=>`${o+t}${i}`)}function healthOf(e){if(e===undefined||e.disable===true)return undefined
if(typeof e.test==="string")return{form:"shell",words:[e.test]}
const[t,...n]=asList(e.test).map(e=>asText(e)??"")
if(t==="CMD-SHELL")return{form:"shell",words:n}
return t==="CMD"?{form:"exec",words:n}:undefined}function environmentOf(e,t){const n={}
const s=[]
const fromList=()=>asList(e).map(e=>{const[,t="",n]=/^([^=]*)(?:=(.*))?$/s.exec(String(e))??[]
return[t,n]})
for(const[o,r]of Object.entries((0,p.Ag)(e)??Object.fromEntries(fromList()))){const e=r===undefined||r===null?t(o):asText(r)
if(e===undefined)s.push(o)
else n[o]=e}return{env:n,unset:s}}function asText(e){if(typeof e!=="string"&&typeof e!=="number"&&typeof e!=="boolean")return undefined
return String(e).includes("\x01")?undefined:String(e)}function toKebabCase(e){return e.normalize("NFKD").replace(/([a-z0-9])([A-Z])/g,"$1-$2").replace(/([A-Z])([A-Z][a-z])/g,"$1-$2").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|(?<!-)-+$/g,"").slice(0,63).replace(/(?<!-)-+$/,"")}const v=new Set([...["src","docker","build","deploy","container","containers","dockerfiles","dockerfile","images","image"],...["code","packaging","ci","source"]])
const w=/^(?:prod|production|release|arm64|arm|amd64|linux|alpine|slim|distroless|multi|multistage)$/i
function dockerfileVariant(e){const t=e.slice(e.lastIndexOf("/")+1)
const n=/^(?:dockerfile|containerfile)[._-](.+)$/i.exec(t)??/^(.+)\.(?:dockerfile|containerfile)$/i.exec(t)
return n?.[1]}function serviceNameFor(e,t){const n=e.split("/").slice(0,-1)
const s=n.findLast(e=>!v.has(e.toLowerCase()))
const o=dockerfileVariant(e)
const r=o===undefined||w.test(o)?undefined:toKebabCase(o)
const i=s===undefined?undefined:toKebabCase(s.replace(/^\d+[-_.]/,""))
if(r===undefined)return i||t
if(i===undefined||i===""||r.startsWith(i))return r
return`${i}-${r}`}function uniqueName(e,t){for(let n=1;;n++){const s=n===1?e:`${e}-${n}`
if(!t.has(s))return s}}function collectDrafts(e){const{tree:t,dockerfiles:n,project:s}=e
const o=[...fromCompose(e)]
const newName=(e,t)=>uniqueName(e??serviceNameFor(t,s),new Set(o.map(e=>e.name)))
for(const n of groupByImage(e.commands)){const s=n.findLast(({dockerfile:e})=>(0,c.oB)(t,inTree(t,e))!==undefined)
const r=s??n.at(-1)
if(r===undefined)continue
const{target:i}=r
const a=inTree(t,r.dockerfile)
const l=n.map(({at:e})=>`${e.file}:${e.line}`)
const d=o.findIndex(e=>e.dockerfile===a&&!e.job&&(i===undefined||e.target===i))
const u=o[d]
if(u!==undefined){const e={sources:[...u.sources,...l],commands:[...u.commands,...n]}
o[d]={...u,...e}}else{const t=newName(shortName(n,e),a)
o.push({name:t,sources:l,dockerfile:a,...(0,f.s)({target:i}),commands:n,compose:[]})}}for(const e of n)if(!o.some(t=>t.dockerfile===e)){const t=newName(undefined,e)
o.push({name:t,sources:[e],dockerfile:e,commands:[],compose:[]})}return o}function fromCompose({tree:e,compose:t,project:n}){const s=new Map
for(const{file:o,services:r}of t){const t=awaitedJobs(r)
for(const{image:i,build:a,...c}of r){if(a===undefined)continue
const l=t.has(c.name)||undefined
const d=l&&r.some(e=>e.name!==c.name&&e.image===i)
const u={...c,build:a,...(0,f.s)({image:d?undefined:i})}
const{context:m,target:p}=a
const h=inTree(e,a.dockerfile)
const g=`${h}\n${p??""}${l?`\n${u.name}`:""}`
const b=s.get(g)
if(b===undefined){const e=new Set([...s.values()].map(({name:e})=>e))
const t=uniqueName(toKebabCase(u.name)||serviceNameFor(h,n),e)
const r=(0,f.s)({target:p,job:l})
s.set(g,{name:t,sources:[o],dockerfile:h,context:m,...r,commands:[],compose:[u]})}else if(!b.compose.some(({name:e})=>e===u.name))s.set(g,{...b,compose:[...b.compose,u]})}}return[...s.values()]}function groupByImage(e){const t=Map.groupBy(e,e=>imageBasename(e)??`${e.dockerfile}\n${e.target??""}`)
return[...t.values()].map(e=>e.sort((e,t)=>Number(e.pushes)-Number(t.pushes)))}const imageBasename=({tags:e})=>e.map(({image:e})=>e.split("/").at(-1)??"").find(e=>e!==""&&!hasPlaceholder(e))?.toLowerCase()
function shortName(e,{commands:t,project:n}){const s=e.map(imageBasename).findLast(e=>e!==undefined)
if(s===undefined)return undefined
const o=commonPrefix([...new Set(t.flatMap(e=>imageBasename(e)??[]))],n)
return toKebabCase(s.slice(o.length))||undefined}function commonPrefix(e,t){const[n="",...s]=e
if(s.length===0)return n.startsWith(`${t}-`)?`${t}-`:""
const o=n.split("-").map((e,t,n)=>`${n.slice(0,t).join("-")}${t>0?"-":""}`)
return o.findLast(t=>e.every(e=>e.startsWith(t)&&e.length>t.length))??""}function inTree(e,t){const n=t.replace(/Dockerfile$/,"dockerfile")
return(0,c.oB)(e,t)===undefined&&(0,c.oB)(e,n)!==undefined?n:t}var $=n(69044)
var k=n(11671)
const x=[{program:/\bredis-cli\b|\bvalkey-cli\b/,port:6379,option:/\s-p\s*(\d+)/},{program:/\bpg_isready\b/,port:5432,option:/\s(?:-p\s*|--port[= ])(\d+)/},{program:/\bmysqladmin\b|\bmariadb-admin\b|\bhealthcheck\.sh\b/,port:3306,option:/\s(?:-P\s*|--port[= ])(\d+)/},{program:/\bmongo(?:sh)?\b/,port:27017,option:/\s--port[= ](\d+)/},{program:/\brabbitmq-diagnostics\b|\brabbitmqctl\b/,port:5672,option:/(?!)/}]
function healthFromCommand(e,t){const n=(0,k.pY)(e.join(" "),t)
const s=/\bgrpc[_-]health[_-]probe\b.*?-addr[= ]["']?[\w.[\]]*:(\d+)/.exec(n)
if(s!==null)return{kind:"grpc",port:Number(s[1])}
const o=(0,k.KC)(e,t)
if(o!==undefined)return{kind:"path",path:o.path,port:o.port}
const r=/\bnc\s+(?:-\w+\s+)*["']?[\w.-]+["']?\s+(\d{2,5})\b/.exec(n)??/\/dev\/tcp\/[\w.-]+\/(\d{2,5})/.exec(n)
const i=/create_connection\(\(\s*['"][\w.-]+['"]\s*,\s*(\d{2,5})/.exec(n)??r
if(i!==null)return{kind:"tcp",port:Number(i[1])}
const a=x.find(({program:e})=>e.test(n))
return a&&{kind:"tcp",port:Number(a.option.exec(n)?.[1]??a.port)}}function formatHealth(e){if(e.kind==="path")return e.path
return e.kind==="healthcheck"?"its HEALTHCHECK":`${e.kind} ${e.port}`}const y=[[/(?:^|\/)(?:redis|valkey|keydb)\b/,6379],[/(?:^|\/)(?:postgres|postgis|pgvector|timescaledb)/,5432],[/(?:^|\/)(?:mysql|mariadb)\b/,3306],[/(?:^|\/)mongo\b/,27017],[/(?:^|\/)rabbitmq\b/,5672],[/(?:^|\/)memcached\b/,11211],[/(?:^|\/)nats\b/,4222],[/kafka/,9092],[/(?:^|\/)(?:elasticsearch|opensearch)/,9200]]
function proposeExternals({compose:e},t){const n=e.flatMap(e=>e.services.map(t=>({service:t,file:e})))
const s=new Set(n.flatMap(({service:e})=>e.build===undefined?[]:[e.name]))
const o=n.filter(({service:e})=>!s.has(e.name))
const r=new Set(o.map(({service:e})=>e.name))
const i=new Set
const addNeedsOf=e=>{for(const{value:n}of t.get(e)??[]){if(i.has(n))continue
i.add(n)
addNeedsOf(n)}}
for(const e of t.keys())if(!r.has(e))addNeedsOf(e)
const a=new Map
const c=[]
const l=new Set
for(const{service:e,file:n}of s.size>0?o:[]){const{name:s,image:o}=e
if(!i.has(s)||l.has(s))continue
l.add(s)
if(o===undefined||!(0,$.o_)(o).ok||!(0,$.qE)(s).ok){c.push(`${s}: services need it, but its image is only known when Compose runs; add it under \`externals\``)
continue}if(e.mounts.length>0)c.push(`${s}: Compose mounts ${e.mounts.slice(0,3).join(", ")} into it, but the smoke stack does not; it may not start`)
const r=awaitedJobs(n.services).has(s)
a.set(s,toExternal({...e,image:o},r,t.get(s)?.map(({value:e})=>e)??[]))}const d=[...a.values()]
return{externals:d.map(e=>({...e,needs:e.needs.filter(e=>a.has(e))})),check:c}}function toExternal({name:e,image:t,health:n,env:s,ports:o,command:r},i,a){const c=n&&healthFromCommand(n.words,e=>s[e])
const l=y.find(([e])=>e.test(t))?.[1]
const d=l??Number(o.find(e=>!e.endsWith("/udp")))
const u=c!==undefined?{value:c,from:"its healthcheck"}:d>0?{value:{kind:"tcp",port:d},from:"its port"}:undefined
return{name:e,image:t,...(0,f.s)({run:i?"job":undefined,command:r}),env:s,ports:o,...(0,f.s)({health:i?undefined:u}),needs:a}}function nameImages(e,{project:t,home:n}){const s=new Map(e.flatMap(({draft:e})=>{const t=sourceImages(e).filter(e=>!hasPlaceholder(e)&&/^[a-z0-9][a-z0-9._/:-]*$/.test(e)).findLast(e=>e.includes("/"))
return t===undefined?[]:[[e.name,splitHost(t)]]}))
const o=Map.groupBy(s,([,{host:e,path:t}])=>`${e}/${t}`)
for(const[e,{host:t,path:n}]of[...o.values()].filter(e=>e.length>1).flat())s.set(e,{host:t,path:`${n}/${e}`})
const r=[...s.values()].map(({host:e})=>e)
const i=guessRegistry(mostFrequent(r),n,t)
const a=[...s].flatMap(([e,{host:t,path:n}])=>t===i.value&&n.endsWith(e)?[n.slice(0,n.length-e.length)]:[])
const l=mostFrequent(a)
const nameOf=e=>`${l??""}${e}`
const d=new Map([...s].flatMap(([e,{host:t,path:n}])=>{if(t===i.value)return n===nameOf(e)?[]:[[e,n]]
return[[e,`${t}/${n}`]]}))
const f=new Map(e.map(({draft:e})=>{const t=d.get(e.name)??nameOf(e.name)
const n=[t,`${i.value}/${t}`,...sourceImages(e)]
return[e.name,n.map(c.GK)]}))
return{registry:i,...l&&{template:nameOf("{{name}}")},own:d,names:f}}const sourceImages=({compose:e,commands:t})=>[...e.flatMap(({image:e})=>e===undefined?[]:[withoutTag(e)]),...t.flatMap(({tags:e})=>e.map(({image:e})=>e))]
function guessRegistry(e,t,n){if(e!==undefined)return{value:e,from:""}
if(t!==undefined&&(0,$.l5)(t).ok)return{value:t,from:"the remote of this repository"}
return{value:`ghcr.io/your-name/${n}`,from:"nothing: set your registry"}}function splitHost(e){const t=e.split("/",1)[0]??""
return(0,$.EV)(t)?{host:t,path:e.slice(t.length+1)}:{host:"docker.io",path:e}}function mostFrequent(e){const t=[...Map.groupBy(e,e=>e)]
return t.sort(([,e],[,t])=>t.length-e.length)[0]?.[0]}function namesFromBases(e,t,{project:n}){const s=(t.template??"").replace(`{{${$.Qv[0]}}}`,"")
const o=[`${t.registry.value}/${s}`,s,`${n}-`].filter(Boolean)
const r=new Set([...t.names.values()].flat())
const i=new Set(e.flatMap(({facts:e})=>e?.images??[]).map(e=>(0,c.GK)(withoutTag(e))))
const a=new Map
for(const t of i){const n=o.find(e=>t.startsWith(e))
if(r.has(t)||n===undefined)continue
const s=toKebabCase(t.slice(n.length))
const i=s.split("-")
const[c,...l]=e.filter(({draft:e})=>e.commands.length===0&&e.compose.length===0&&!a.has(e.name)&&e.name.split("-").every(e=>i.includes(e)))
if(s!==""&&c!==undefined&&l.length===0)a.set(c.draft.name,{value:s,from:`others are FROM ${t}`})}return a}function catalogBasesOf({draft:e,facts:t},n){return(t?.images??[]).flatMap(t=>{const s=(0,c.GK)(withoutTag(t))
for(const[o,[r,i,...a]]of n.names){if(o===e.name)continue
if(s===r||s===i)return[{ref:t,service:o,known:"by name"}]
if(a.includes(s))return[{ref:t,service:o,known:"by alias"}]}return[]})}var S=n(49554)
function readDockerfileFacts(e,t,n){let s
try{s=(0,c.Ai)(e,t)}catch(e){if(e instanceof l.yo)return e.problems[0]?.message??"it cannot be read"
throw e}const o=(0,c.$w)(s,{target:n.target,platform:"linux/arm64",args:n.args})
const r=o.images.some(({ref:e})=>/windows|nanoserver|servercore/i.test(e))
if(r)return"made for Windows"
const i=o.images.filter(({use:e})=>e==="FROM"||e==="COPY").map(({ref:e})=>e)
const a=dockerfile_facts_portsOf(o)
const d=healthFrom(o)
return{trace:o,...(0,f.s)({ports:a,health:d}),images:[...new Set(i)],secrets:o.secrets,ssh:o.ssh,hasCommand:o.finalStage.cmd!==undefined||o.finalStage.entrypoint!==undefined}}function dockerfile_facts_portsOf({finalStage:e}){const{ports:t,env:n,cmd:s,entrypoint:o}=e
const r=[...new Set(t.map(({value:e})=>`${e.port}${e.protocol==="udp"?"/udp":""}`))]
if(r.length>0&&r.length<=20)return{value:r,from:"EXPOSE"}
const i=[...o?.value.words??[],...s?.value.words??[]].map(e=>expandWord(e,n))
const a=(0,k.LL)(i)
if(a!==undefined)return{value:[String(a)],from:"its command"}
const c=Object.entries(n).find(([e,{value:t}])=>/^(?:\w+_)?PORT$/.test(e)&&/^\d{2,5}$/.test(t))
if(c!==undefined)return{value:[c[1].value],from:`ENV ${c[0]}`}
const l=O.find(({command:e})=>e.test(i.join(" ")))
return l&&{value:[l.port],from:`the usual port of ${l.name}`}}const O=[{command:/\buvicorn\b|\bgunicorn\b|\bhypercorn\b|\bmanage\.py["' ]+runserver\b/,port:"8000",name:"its server"},{command:/\bflask\b.*\brun\b/,port:"5000",name:"Flask"},{command:/\bstreamlit\b/,port:"8501",name:"Streamlit"}]
function healthFrom({finalStage:e}){const t=e.healthcheck?.value
if(t===undefined||t.kind==="none")return undefined
const n=healthFromCommand(t.words,t=>e.env[t]?.value)
return{value:n??{kind:"healthcheck"},from:"HEALTHCHECK"}}const expandWord=(e,t)=>e.replace(/\$\{?(\w+)(?::?-([^}]*))?\}?/g,(e,n,s)=>t[n]?.value??s??e)
function guessContext(e,t,n,s){const o=t.split("/").slice(0,-1)
const r=[...o.map((e,t)=>o.slice(0,o.length-t).join("/")),"."]
const i=r.map(t=>({folder:t,missing:countMissingSources(t,e,n,s)}))
const a=Math.min(...i.map(e=>e.missing))
const c=i.filter(e=>e.missing===a).map(({folder:e})=>e)
const l=e.inputs.some(({sources:e})=>e.some(e=>!/^[./]?$/.test(e)))
const isFitting=t=>l||e.inputs.length===0||hasOwnFiles(t,n)
const d=c.find(isFitting)??c[0]??"."
const f=l?"what it copies":d===r[0]?"where its Dockerfile is":"where files are"
return{value:d,from:f,missing:a}}function countMissingSources(e,t,n,s){const o=(0,c.dY)(n,e)
return o===undefined?Number.POSITIVE_INFINITY:(0,c.AL)(t,o,s(e)).problems.length}function hasOwnFiles(e,t){const n=[...(0,c.dY)(t,e)?.children?.values()??[]]
return n.some(({name:e,entry:t})=>!/dockerfile|containerfile|^\.|compose|\.sh$|^readme/i.test(e)&&t.kind!=="other")}function mergeDraft(e,t){const{name:n,dockerfile:s,target:o}=e
const{args:r,dropped:i}=argsOf(e)
const a=t.text(s)
if(a===undefined){const t={value:e.context??e.commands.at(-1)?.context??"."}
return{draft:e,planned:`${s} does not exist yet`,context:t,args:r,notes:[],check:[]}}const c=readDockerfileFacts(a,s,{...(0,f.s)({target:o}),args:r})
if(typeof c==="string")return c
const{missing:l,others:d,...u}=contextOf(e,c,t)
const m=t.manifests.filter(({names:t})=>t.some(t=>isNameOf(t,e)))
const p=merge_draft_portsOf(e,c)??portsOfManifests(m)
const h=o!==undefined&&/^(?:dev|develop|development|debug|test)$/i.test(o)
return{draft:e,facts:c,context:u,...(0,f.s)({ports:p,health:merge_draft_healthOf(e,c,p,m)}),args:r,notes:d.length>0?[`another source has the context ${d.join(" or ")}; this one contains the copied files`]:[],check:[...l>0&&Number.isFinite(l)?[`${n}: ${l} of the paths that ${s} copies are not in ${u.value}; a step before the build may create them`]:[],...h&&e.commands.length===0?[`${n}: Compose builds the stage ${o}; check that it is the one to ship (\`target\`)`]:[],...i.map(e=>`${n}: the build argument ${e} has no value in its source; set it under \`args\``)]}}function contextOf(e,{trace:t},{text:n,tree:s}){const ignoreOf=t=>{const s=t==="."?".dockerignore":`${t}/.dockerignore`
const o=[`${e.dockerfile}.dockerignore`,s].find(e=>n(e)!==undefined)
return o===undefined?undefined:(0,c.a0)(n(o)??"",o)}
const o=[...e.commands.map(({context:e})=>e),e.context].filter(e=>e!==undefined)
const r=[...new Set(o)]
if(r.length===0)return{...guessContext(t,e.dockerfile,s,ignoreOf),others:[]}
const missingIn=e=>countMissingSources(e,t,s,ignoreOf)
const i=Math.min(...r.map(missingIn))
const a=r.findLast(e=>missingIn(e)===i)??"."
return{value:a,missing:i,others:r.filter(e=>e!==a)}}function argsOf({commands:e,compose:t}){const n=[...t.map(({build:e})=>e?.args??{}),...e.map(e=>e.args)]
const s=Object.entries(Object.assign({},...n))
const o=s.filter(([e])=>!M.has(e))
const r=o.filter(([e,t])=>hasPlaceholder(t)&&!(0,S.V8)(e,{}))
return{args:Object.fromEntries(o.filter(([,e])=>!hasPlaceholder(e))),dropped:r.map(([e])=>e)}}const M=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","SOURCE_DATE_EPOCH"])
function merge_draft_portsOf({compose:e},{ports:t}){const n=[...new Set(e.flatMap(({ports:e})=>e))]
if(n.length===0)return t
if(t===undefined||t.from!=="EXPOSE")return{value:n,from:"Compose"}
const isExposed=e=>t.value.includes(e)
if(!n.some(isExposed))return{value:n,from:"Compose"}
const s=t.value.filter(e=>!n.includes(e))
return{value:[...n.filter(isExposed),...s],from:"EXPOSE"}}function merge_draft_healthOf({compose:e},{health:t},n,s){if(t!==undefined&&t.value.kind!=="healthcheck")return t
for(const{health:t,env:n}of e){const e=t&&healthFromCommand(t.words,e=>n[e])
if(e!==undefined)return{value:e,from:"Compose's healthcheck"}}for(const{health:e,file:t}of s)if(e!==undefined)return{value:e,from:`the probe in ${t}`}
const o=n?.value.find(e=>!e.endsWith("/udp"))
if(t!==undefined||o===undefined)return t
return{value:{kind:"tcp",port:Number(o)},from:"its port: set a path if it has one"}}const isNameOf=(e,t)=>e===t.name||t.compose.some(t=>t.name===e)||t.commands.some(t=>imageBasename(t)===e)
function portsOfManifests(e){const t=e.find(({ports:e})=>e.length>0)
return t&&{value:[...new Set(t.ports)],from:t.file}}function guessNeeds(e,{compose:t}){const n=new Map(e.flatMap(({draft:e})=>e.compose.map(t=>[t,e.name])))
const nameOf=e=>n.get(e)??e.name
const s=new Map
const add=(e,t,n)=>{const o=s.get(e)??[]
if(e===t||o.some(({value:e})=>e===t)||leadsTo(s,t,e))return
s.set(e,[...o,{value:t,from:n}])}
for(const{services:e,file:n}of t)for(const t of e)for(const s of t.needs){const o=e.find(({name:e})=>e===s)
if(o!==undefined)add(nameOf(t),nameOf(o),`depends_on in ${n}`)}const isDraft=t=>e.some(({draft:e})=>e.name===t)
for(const{draft:t,facts:n}of e)for(const[e,{value:s}]of Object.entries(n?.trace.finalStage.env??{}))for(const n of addressesIn(s))if(isDraft(n))add(t.name,n,`ENV ${e}`)
const o=t.flatMap(e=>e.services)
for(const e of o.filter(({build:e})=>e!==undefined))for(const[t,n]of Object.entries(e.env))for(const s of hostsIn(n)){const n=o.find(e=>e.name===s)
if(n!==undefined)add(nameOf(e),nameOf(n),t)
else if(isDraft(s))add(nameOf(e),s,t)}return s}const hostsIn=e=>[...new Set([...addressesIn(e),.../^[a-z][a-z0-9_-]*$/.test(e)?[e]:[]])]
function addressesIn(e){const t=[...e.matchAll(/(?:^|[/@,\s;])([a-z][a-z0-9_-]*)(?=:\d{2,5}\b)/gi),...e.matchAll(/\/\/(?:[^/@\s]*@)?([a-z][a-z0-9_-]*)(?=[/:]|$)/gi)]
return t.map(([,e=""])=>e)}function leadsTo(e,t,n,s=new Set){if(t===n)return true
if(s.has(t))return false
s.add(t)
return(e.get(t)??[]).some(({value:t})=>leadsTo(e,t,n,s))}const _=/^(.*?)((?:19|20)\d{2})(\d{2})(\d{2})(?:([-_T]?)(\d{6}|\d{4}))?(.*)$/
const j=/^(v?)\d+\.\d+(?:\.\d+)?$/
function ruleOf(e){if(e.includes(u.sha))return{kind:"immutable",rule:e===u.sha?"type=sha,prefix=":`type=sha,prefix=${e.split(u.sha)[0]??""}`}
if(e.includes(u.version))return{kind:"immutable",rule:"type=semver,pattern={{version}}"}
const t=_.exec(e)
if(t!==null||e.includes(u.date)){const[,n="",,,,s="",o="",r=""]=t??[]
const i=o===""?"":`${s}HHmm${o.length===6?"ss":""}`
const a=t===null?"YYYYMMDD-HHmmss":`YYYYMMDD${i}`
const[c="",l=""]=t===null?e.split(u.date):[n,r]
return hasPlaceholder(c)||hasPlaceholder(l)?{kind:"immutable",rule:"type=sha,prefix="}:{kind:/ss$/.test(a)?"immutable":"floating",rule:`type=raw,value=${c}{{date '${a}'}}${l}`}}const n=j.exec(e)
if(n!==null)return{kind:"immutable",rule:`type=semver,pattern=${n[1]??""}{{version}}`}
return hasPlaceholder(e)?{kind:"immutable",rule:"type=sha,prefix="}:{kind:"floating",rule:`type=raw,value=${e}`}}const rulesOf=e=>e.flatMap(({tags:e})=>e.map(({tag:e})=>ruleOf(e??"latest")))
function immutableRulesOf(e){const t=rulesOf(e).flatMap(({kind:e,rule:t})=>e==="immutable"?[t]:[])
return[...new Set(["type=sha,prefix=",...t])]}function floatingRulesOf(e){return[...new Set(rulesOf(e).flatMap(({kind:e,rule:t})=>e==="floating"?[t]:[]))]}function propose(e){const t=[]
const n=collectDrafts(e).flatMap(n=>{const s=mergeDraft(n,e)
if(typeof s!=="string")return[s]
t.push({file:n.dockerfile,why:s})
return[]})
const s=namesFromBases(n,nameImages(n,e),e)
const o=n.map(e=>withName(e,s.get(e.draft.name)))
const r=nameImages(o,e)
const i=new Map(o.map(e=>[e.draft.name,catalogBasesOf(e,r)]))
const a=new Map([...i].map(([e,t])=>[e,t.map(({service:e})=>e)]))
const c=phasesOf(o,a)
const l=defaultsOf(o)
const d=guessNeeds(o,e)
const{externals:u,check:m}=proposeExternals(e,d)
const p=new Set([...o.flatMap(({draft:e,planned:t})=>t===undefined?[e.name]:[]),...u.map(({name:e})=>e)])
const h=o.map(e=>{const{name:t}=e.draft
return propose_toService(e,{naming:r,phases:c,defaults:l,contexts:contextsOf(e.draft,i.get(t)??[]),needs:(d.get(t)??[]).filter(({value:e})=>p.has(e)),isBase:[...a].some(([e,n])=>e!==t&&n.includes(t))})})
const g=c.list.map(({id:e})=>e)
const rank=({phase:e})=>e===undefined?-1:g.indexOf(e)
return{project:e.project,registry:r.registry,...(0,f.s)({image:r.template}),defaults:l,phases:c.list,services:h.sort((e,t)=>rank(e)-rank(t)),externals:u,left:t,check:[...o.flatMap(e=>e.check),...m,...o.flatMap(unsetVariables)]}}function unsetVariables({draft:{name:e,compose:t}}){const n=[...new Set(t.flatMap(({unset:e})=>e))]
if(n.length===0)return[]
const s=`${n.slice(0,5).join(", ")}${n.length>5?` and ${n.length-5} more`:""}`
return[`${e}: Compose takes ${s} from its environment; set what it needs under \`env\``]}function withName(e,t){if(t===undefined)return e
const n=[...e.notes,`named after a base image: ${t.from}`]
return{...e,draft:{...e.draft,name:t.value},notes:n}}function phasesOf(e,t){const n=e.flatMap(({draft:e})=>{const t=e.commands.findLast(e=>e.phase!==undefined)?.phase
return t===undefined?[]:[[e.name,t]]})
if(n.length>0){const e=new Map
for(const[,{id:t,title:s}]of n)e.set(t,s??e.get(t)??`Phase ${t}`)
const t=[...e].map(([e,t])=>({id:e,title:t})).sort((e,t)=>Number(e.id)-Number(t.id))
return{list:t,of:new Map(n.map(([e,{id:t}])=>[e,t]))}}const levelOf=(e,n)=>Math.max(0,...(t.get(e)??[]).filter(e=>!n.includes(e)).map(e=>1+levelOf(e,[...n,e])))
const s=new Map(e.map(({draft:e})=>[e.name,levelOf(e.name,[e.name])]))
const o=[...new Set(s.values())].sort((e,t)=>e-t)
if(o.length<2)return{list:[],of:new Map}
const r=new Set([...t.values()].flat())
const phaseOf=e=>r.has(e)?o.indexOf(s.get(e)??0)+1:o.length
const titleOf=e=>e===o.length-1?"Services":e===0?"Base images":`Base images ${e+1}`
return{list:o.map((e,t)=>({id:String(t+1),title:titleOf(t)})),of:new Map(e.map(({draft:{name:e}})=>[e,String(phaseOf(e))]))}}function defaultsOf(e){const t=mostFrequent(e.flatMap(({draft:e})=>platformsOf(e)?.join(",")??[]))
const n=e.filter(({draft:e})=>e.commands.length>0)
const s=mostFrequent(n.map(({draft:e})=>floatingRulesOf(decisive(e.commands)).join("\n")))
return{platforms:(t??"linux/arm64").split(","),tags:immutableRulesOf(decisive(e.flatMap(({draft:e})=>e.commands))),floating:s?s.split("\n"):[]}}function decisive(e){const t=e.filter(({pushes:e})=>e)
return t.length>0?t:e}const platformsOf=({commands:e,compose:t})=>[...t.map(({build:e})=>e?.platforms??[]),...e.map(({platforms:e})=>e)].findLast(e=>e.length>0)
function knownEntries(e){const t=Object.assign({},...e)
return Object.entries(t).filter(([,e])=>!hasPlaceholder(e))}function contextsOf({commands:e},t){const n=knownEntries(e.map(({contexts:e})=>e)).filter(([,e])=>!e.startsWith("oci-layout:"))
const s=t.filter(({known:e})=>e==="by alias")
return Object.fromEntries([...n,...s.map(({ref:e,service:t})=>[e,`target:${t}`])])}function propose_toService({draft:e,facts:t,planned:n,context:s,ports:o,health:r,args:i,notes:a},{naming:l,phases:d,defaults:u,contexts:m,needs:p,isBase:h}){const{name:g,dockerfile:b,target:v,job:w,commands:$,compose:k}=e
const x=platformsOf(e)??u.platforms
const y=$.length===0?u.floating:floatingRulesOf(decisive($))
const S=k.length>0||!h||o!==undefined
const O=!S&&t!==undefined&&(0,c.WG)(t.trace.finalStage)
const M=k.slice(1).map(e=>e.name)
return{name:g,...(0,f.s)({title:$.findLast(({title:e})=>e!==undefined)?.title,phase:d.of.get(g),planned:n}),dockerfile:b,context:s,...(0,f.s)({target:v,image:l.own.get(g),platforms:x.join()===u.platforms.join()?undefined:x,floating:y.join()===u.floating.join()?undefined:y,run:O?"never":w&&"job",command:w&&k[0]?.command,ports:w?undefined:o,health:S&&!w?r:undefined}),needs:p,args:i,labels:Object.fromEntries(knownEntries($.map(({labels:e})=>e))),contexts:m,secrets:[...new Set([...t?.secrets??[],...$.flatMap(({secrets:e})=>e)])],ssh:[...new Set([...t?.ssh??[],...$.flatMap(({ssh:e})=>e)])],env:k[0]?.env??{},notes:[...a,...M.length>0?[`Compose also runs it as ${M.join(", ")}`]:[],...h&&!S?["other images are FROM it; it does not run"]:[]]}}const A=/^(?:|sh|bash|shell|zsh|console|shell-session|terminal|text)$/i
function shellBlocks(e){const t=[]
const n=[]
let s
for(const[o,r]of e.split(/\r?\n/).entries()){const e=/^\s*(`{3,}|~{3,})\s*([^\s`{]*)/.exec(r)
if(s!==undefined){if(e===null||e[2]!==""||!e[1]?.startsWith(s.fence)){s.lines.push(r)
continue}const{language:o,line:i,lines:a}=s
if(A.test(o))t.push({source:withoutPrompts(a).join("\n"),line:i,headings:n.map(e=>e.text).reverse()})
s=undefined}else if(e!==null)s={fence:e[1]??"",language:e[2]??"",line:o+2,lines:[]}
else{const e=/^(#{1,6})\s+(.*)$/s.exec(r)
if(e===null)continue
const t=e[1]?.length??1
while((n.at(-1)?.level??0)>=t)n.pop()
n.push({level:t,text:(e[2]??"").replace(/(?<!#)#+$/,"").replace(/[*_`]+/g,"").trim()})}}return t}function withoutPrompts(e){if(!e.some(e=>/^\s*\$ /.test(e)))return e
let t=false
return e.map(e=>{const n=/^\s*\$ (.*)$/.exec(e)?.[1]??(t?e.replace(/^\s*> /,""):undefined)
t=n?.endsWith("\\")??false
return n??""})}const C=new Set(("add-host allow annotation attest build-arg build-context builder cache-from cache-to call cgroup-parent cpu-period cpu-quota c cpu-shares cpuset-cpus "+"cpuset-mems f file iidfile isolation label m memory memory-swap metadata-file network no-cache-filter o output platform policy progress provenance sbom "+"secret security-opt shm-size ssh t tag target ulimit").split(" "))
const T={f:"file",t:"tag",o:"output"}
function readBuildCommands(e,t){const n=o.posix.dirname(t)
const s=/\.(?:md|markdown|mdx|txt|rst|adoc)$/i.test(t)
const r=s?shellBlocks(e):[{source:e,line:1,headings:[]}]
const i=[]
const a=[]
for(const e of r)for(const{words:s,folder:o,line:r}of readShellCommands(e.source,{script:n,folder:"."})){const n=buildArguments(s)
if(n===undefined)continue
const c={file:t,line:e.line-1+r}
const l=toBuildCommand(n,o,c,e.headings)
if(typeof l==="string")a.push(`${t}:${c.line}: ${l}`)
else i.push(l)}return{commands:i,unclear:a}}function buildArguments(e){const t=e.findIndex(e=>/^(?:.*\/)?(?:docker|podman|nerdctl|buildx)$/.test(e))
if(t<0||e.slice(0,t).some(e=>!/^(?:sudo|time|env|exec|nice|command|-\w+|\w+=.*)$/.test(e)))return undefined
const[,...n]=e.slice(t)
while(n[0]?.startsWith("-"))n.splice(0,n[0].includes("=")?1:2)
const s=n[0]==="buildx"||n[0]==="image"||n[0]==="builder"?n[1]:n[0]
if(s!=="build"&&s!=="b")return undefined
return n.slice(s===n[0]?1:2)}function parseArguments(e){const t=new Map
const n=[]
for(let s=0;s<e.length;s++){const o=e[s]??""
const r=/^--([a-z][\w-]*)(?:=(.*))?$/s.exec(o)
const i=/^-([a-zA-Z])(.*)$/s.exec(o)
const a=r?.[1]??i?.[1]
if(a===undefined){n.push(o)
continue}const c=r?r[2]:i?.[2]?i[2].replace(/^=/,""):undefined
const l=c??(C.has(a)?e[++s]??"":"true")
const d=T[a]??a
t.set(d,[...t.get(d)??[],l])}return{all:e=>t.get(e)??[],positional:n}}function toBuildCommand(e,t,n,s){const{all:r,positional:i}=parseArguments(e)
const[a]=i
if(a===undefined)return"skipped: a build without a context"
if(a==="-"||/^(?:https?|git|ssh):\/\/|^git@/.test(a))return"skipped: a build from outside of this repository"
const c=build_commands_inRepository(a,t)
const l=r("file").at(-1)
const d=l===undefined?c&&o.posix.join(c,"Dockerfile"):build_commands_inRepository(l,t)
if(c===undefined||d===undefined)return`skipped: which ${c===undefined?"context":"Dockerfile"} it builds is only known when it runs`
const u=r("target").at(-1)
const m=r("tag").filter(Boolean).map(splitTag)
return{at:n,dockerfile:d,context:c,tags:m,args:pairs(r("build-arg")),labels:pairs(r("label")),contexts:pairs(r("build-context")),secrets:r("secret").flatMap(e=>/(?:^|,)id=([^,]+)/.exec(e)?.[1]??[]),ssh:r("ssh").map(e=>e.split("=",1)[0]??"default"),platforms:r("platform").flatMap(e=>e.split(",")).filter(e=>e!==""&&!hasPlaceholder(e)),...(0,f.s)({target:u!==undefined&&hasPlaceholder(u)?undefined:u}),pushes:r("push").includes("true")||r("output").some(e=>/type=registry|push=true/.test(e)),...(0,f.s)({title:titleFrom(s,m.map(({image:e})=>e.split("/").at(-1)??"")),phase:phaseFrom(s)})}}function build_commands_inRepository(e,t){if(hasPlaceholder(e)||/^[~/]/.test(e))return undefined
const n=e===t?e:o.posix.normalize(o.posix.join(t,e))
const s=n.replace(/\/$/,"")||"."
return s.startsWith("..")?undefined:s}function splitTag(e){const[,t=e,n]=/^(.*?)(?::([^:/]*))?$/s.exec(e.replace(/@sha256:.*$/,""))??[]
return{image:t,...n&&{tag:n}}}const pairs=e=>Object.fromEntries(e.flatMap(e=>{const t=e.indexOf("=")
return t<1?[]:[[e.slice(0,t),e.slice(t+1)]]}))
function titleFrom(e,t){for(const n of e.slice(0,2)){const e=n.split(/[^\p{L}\p{N}-]+/u).filter(Boolean)
for(let n=0;n<e.length;n++)for(let s=e.length;s>n;s--){const o=e.slice(n,s).join(" ")
const r=toKebabCase(o)
const i=r.length>3&&t.some(e=>e===r||e.endsWith(`-${r}`))
if(i&&/\p{Lu}/u.test(o))return o}}return undefined}function phaseFrom(e){for(const t of e){const[,e,n=""]=/\bphase\s+(\d{1,3})\b[\s:.\u2013-]*(.*)$/is.exec(t)??[]
if(e===undefined)continue
const s=n.replace(/\(.*$/,"")
const[o=""]=s.split(/\b(?:docker|container|image|build|completion|summary|command|step)s?\b/i)
const r=o.replace(/(?<![\s:\u2013-])[\s:\u2013-]+$/,"").trim()
return{id:e,...r!==""&&{title:r}}}return undefined}var R=n(48161)
async function readComposeFile(e,{root:t,text:n,isHidden:s,context:r}){const i=o.posix.join(o.posix.dirname(e),".env")
const a=s(i)?undefined:n(i)
const c=parseEnvFile(a??"")
const l=n(e)??""
const d=parseComposeFile(l,e,e=>c.get(e))
const f=a===undefined?R.devNull:o.join(t,i)
const u=["--env-file",f,"-f",o.join(t,e)]
const m=variablesIn(l).filter(e=>!c.has(e))
const h=await r.docker(["compose",...u,"config","--format","json"],{signal:r.signal,env:Object.fromEntries(m.map(e=>[e,""]))}).catch(()=>undefined)
const g=h?.exitCode===0?readComposeConfig((0,p.qF)(h.stdout),t):undefined
const b=g?.map(e=>withOwnEnv(e,d?.find(({name:t})=>t===e.name)))
const v=b??d
return v===undefined?{note:`${e}: not a valid Compose file`}:{reading:{file:e,services:v}}}function withOwnEnv(e,t){const n=t?.env??{}
const s=[...t?.unset??[],...Object.keys(e.env).filter(e=>!(e in n))]
return{...e,env:n,unset:[...new Set(s)]}}const variablesIn=e=>[...new Set([...e.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([,e=""])=>e))]
const E=/^(?:dockerfile|containerfile)(?:[._-][^/]+)?$|\.(?:dockerfile|containerfile)$/i
const F=/\.(?:dockerignore|md|txt|bak|orig|sh|py|js|ts|go|json|ya?ml|patch|diff)$/i
const N=/\.(?:j2|jinja2?|tmpl|tpl|template|in|erb|mustache|gotmpl)$/i
const D=["compose.yaml","compose.yml","docker-compose.yaml","docker-compose.yml"]
const W=/(?:^|\/)(?:node_modules|vendor|third_party|third-party|\.venv|venv|site-packages|\.git)\//
const I=/(?:^|\/)(?:tests?|testdata|test-data|__tests__|fixtures?|e2e|\.devcontainer|devcontainer|\.github|\.gitpod|\.circleci|\.gitlab|examples?|samples?|templates?|snippets|bench(?:marks?)?|docs?|genproto|codegen|protoc?)\//i
const B=/^(?:dev|devel|develop|development|debug|test|tests|testing|local|ci|lint|e2e|cypress|playwright|storybook|windows.*|nano.*|alpine|genproto|base-dev|.*[._-](?:dev|debug|test|tests|local|windows))$/i
const P=2e3
function findRelevantFiles(e){const t=e.filter(e=>!W.test(e)).sort()
const n=t.filter(isDockerfile).map(e=>({file:e,why:reasonToSkip(e)}))
return{dockerfiles:n.flatMap(({file:e,why:t})=>t===undefined?e:[]),compose:composeFilesIn(t),manifests:t.filter(e=>/\.ya?ml$/.test(e)&&!I.test(e)).slice(0,P),left:n.flatMap(({file:e,why:t})=>t===undefined?[]:{file:e,why:t})}}function isDockerfile(e){const t=e.slice(e.lastIndexOf("/")+1)
return E.test(t)&&!F.test(t)}function reasonToSkip(e){if(N.test(e))return"a template for a Dockerfile"
const t=I.exec(e)?.[0].replaceAll("/","")
if(t!==undefined)return`in the folder ${t}, which is rarely shipped`
const n=dockerfileVariant(e)
if(n!==undefined&&B.test(n))return`${n} is a variant for development or another system`
return undefined}function composeFilesIn(e){const t=e.flatMap(e=>{const t=e.slice(0,e.lastIndexOf("/")+1)
const n=e.slice(t.length)
const s=D.indexOf(n)
const o=/^(?:docker-)?compose[._-](.+)\.ya?ml$/.exec(n)?.[1]
if(I.test(e)||s<0&&(o===undefined||L.test(o)))return[]
return[{path:e,folder:t,depth:e.split("/").length,rank:s<0?D.length:s}]})
return t.sort((e,t)=>e.depth-t.depth||compare(e.folder,t.folder)||e.rank-t.rank||compare(e.path,t.path)).map(({path:e})=>e)}const L=/(?:^|[._-])(?:dev|devel|develop|development|debug|tests?|testing|local|ci|override|e2e|build|images?)(?:[._-]|$)/i
const compare=(e,t)=>e<t?-1:e>t?1:0
const z=/^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Pod)\b/m
function readKubernetesManifest(e,t){if(!z.test(e)||e.includes("{{"))return[]
const n=(0,m.hR)(e,{logLevel:"silent",uniqueKeys:false})
if(!Array.isArray(n))return[]
return n.flatMap(e=>{if(e.errors.length>0)return[]
const n=(0,p.Ag)(e.toJS({maxAliasCount:100}))
const s=(0,p.Ag)(n?.spec)
const o=(0,p.Ag)((0,p.Ag)(s?.template)?.spec)??s
const r=(0,p.Ag)(n?.metadata)?.name
return asList(o?.containers).flatMap(e=>toContainer((0,p.Ag)(e),r,t))})}function toContainer(e,t,n){if(e===undefined)return[]
const s=withoutTag(String(e.image??"")).split("/").at(-1)
const o=new Map
const r=asList(e.ports).flatMap(e=>{const{containerPort:t,name:n,protocol:s}=(0,p.Ag)(e)??{}
const r=Number(t)
if(!(r>0))return[]
if(typeof n==="string")o.set(n,r)
return[`${r}${s==="UDP"?"/udp":""}`]})
const numberOf=e=>o.get(e)??Number(e)
const i=probeOf(e.readinessProbe,numberOf)??probeOf(e.livenessProbe,numberOf)
const a=[s,t,e.name].filter(e=>typeof e==="string"&&e!=="")
return[{file:n,names:a,ports:r,...(0,f.s)({health:i})}]}function probeOf(e,t){const n=(0,p.Ag)(e)
const s=(0,p.Ag)(n?.httpGet)
if(s!==undefined&&s.scheme!=="HTTPS"&&t(s.port)>0)return{kind:"path",path:typeof s.path==="string"?s.path:"/",port:t(s.port)}
for(const e of["grpc","tcpSocket"]){const s=t((0,p.Ag)(n?.[e])?.port)
if(s>0)return{kind:e==="grpc"?"grpc":"tcp",port:s}}return undefined}const H="https://raw.githubusercontent.com/lucid/build-action/v1/schema/catalog.v1.json"
const K=` yaml-language-server: $schema=${H}\n\n The service catalog: the images of this repository, what they are built from, and how to check that they work.\n Proposed by \`lucid init\`. Check what is marked "guessed", then remove the comment.\n All keys: https://github.com/lucid/build-action/blob/v1/docs/catalog.md`
function catalogText(e){const t=new m.yo(undefined,{version:"1.2"})
const n=new m.CA
t.contents=n
t.commentBefore=K
const put=(e,t,s)=>{if(t===undefined)return
const o=new m.X5(e)
if(s!==undefined){o.commentBefore=` ${s}`
o.spaceBefore=true}n.add({key:o,value:t})}
put("version",new m.X5(1))
put("project",scalar(e.project))
put("registry",commented(scalar(e.registry.value),e.registry.from===""?undefined:`guessed from ${e.registry.from}`))
put("image",e.image===undefined?undefined:scalar(e.image))
put("defaults",defaults(e),"For every service; a phase or a service can override each key.")
if(e.phases.length>0)put("phases",block(e.phases.map(({id:e,title:t})=>[e,flow({title:t})])),e.services.some(({planned:e})=>e!==undefined)?"In the order of the plan.":"In the order they are built.")
put("services",block(e.services.map(t=>[t.name,service(t,e),t.notes.map(e=>` ${e}`).join("\n")])),"Images that are built here.")
if(e.externals.length>0)put("externals",block(e.externals.map(e=>[e.name,external(e)])),"What services need at runtime, and is not built here.")
return t.toString({lineWidth:0,flowCollectionPadding:true})}function defaults({defaults:{platforms:e,tags:t,floating:n},services:s}){const o=block([["platforms",list(e)],["tags",t.length===1?undefined:blockList(t)," Written once, never moved."],["floating",n.length===0?undefined:blockList(n)," Moved to a new image only after it passed smoke."]])
o.add({key:noted("ttl"," The nightly rebuilds an image after this time even without changes, to update what a RUN downloads."),value:scalar("7d")})
if(s.some(({health:e})=>e!==undefined))o.add({key:noted("policy"," A service that needs a writable root or capabilities passes with a warning.\n Remove this line when no service does."),value:flow({hardening:"advisory"})})
return o}function service(e,{phases:t}){const n=e.context.value==="."?"":`${e.context.value}/`
const s=e.dockerfile===`${n}Dockerfile`||e.dockerfile===`${n}dockerfile`
const o=e.ports===undefined||e.ports.from==="EXPOSE"
return block([["phase",t.length>0&&e.phase!==undefined?scalar(e.phase):undefined],["title",e.title===undefined?undefined:scalar(e.title)],["planned",e.planned===undefined?undefined:commented(new m.X5(true),e.planned)],["dockerfile",s?undefined:scalar(e.dockerfile)],["context",commented(scalar(e.context.value),guessed(e.context.from))],["target",e.target===undefined?undefined:scalar(e.target)],["image",e.image===undefined?undefined:scalar(e.image)],["platforms",e.platforms===undefined?undefined:list(e.platforms)],["floating",e.floating===undefined||e.floating.length===0?undefined:blockList(e.floating)],["run",e.run===undefined?undefined:commented(scalar(e.run),q[e.run])],["command",e.command===undefined?undefined:list(e.command)],["ports",e.ports===undefined?undefined:commented(list(e.ports.value),guessed(e.ports.from))],["health",e.health===undefined?undefined:commented(health(e.health.value,e.ports?.value),guessed(e.health.from))],["needs",e.needs.length===0?undefined:commented(list(e.needs.map(({value:e})=>e)),guessed([...new Set(e.needs.map(({from:e})=>e))].join(", ")))],["args",strings(e.args)],["labels",strings(e.labels)],["contexts",strings(e.contexts)],["secrets",e.secrets.length===0?undefined:secrets(e.secrets)],["ssh",e.ssh.length===0?undefined:list(e.ssh)],["env",strings(e.env)],["verify",o?undefined:commented(flow({checks:{port:"warning"}}),"the Dockerfile does not EXPOSE it")]])}const q={job:"others wait in Compose until it completes",never:"other images are FROM it"}
function external(e){return block([["image",scalar(e.image)],["run",e.run===undefined?undefined:scalar(e.run)],["command",e.command===undefined?undefined:list(e.command)],["env",strings(e.env)],["ports",e.ports.length===0?undefined:list(e.ports)],["health",e.health===undefined?undefined:commented(health(e.health.value,e.ports),guessed(e.health.from))],["needs",e.needs.length===0?undefined:list(e.needs)]])}function health(e,t=[]){switch(e.kind){case"path":{const n=t.find(e=>!e.endsWith("/udp"))
return n===String(e.port)?scalar(e.path):flow({path:e.path,port:e.port})}case"healthcheck":return flow({healthcheck:true})
default:return flow({[e.kind]:e.port})}}const secretVariable=e=>/^[A-Za-z_]\w*$/.test(e)?e:e.replace(/\W/g,"_").toUpperCase()
function secrets(e){const t=new m.Rw
t.flow=true
for(const n of e)t.add(secretVariable(n)===n?scalar(n):flow({id:n,env:secretVariable(n)}))
return t}function block(e){const t=new m.CA
for(const[n,s,o]of e)if(s!==undefined)t.add({key:noted(n,o),value:s})
return t}function noted(e,t){const n=scalar(e)
if(t)n.commentBefore=t
return n}const scalar=e=>new m.X5(e)
function flow(e){const t=new m.yo(e).contents
if(!(0,m.jh)(t))throw new TypeError("an object becomes a YAML map")
t.flow=true
for(const{value:e}of t.items)if(e instanceof m.CA||e instanceof m.Rw)e.flow=true
return t}function list(e){const t=new m.Rw
t.flow=true
for(const n of e)t.add(/^[1-9]\d{1,4}$/.test(n)?new m.X5(Number(n)):scalar(n))
return t}function blockList(e){const t=new m.Rw
for(const n of e)t.add(scalar(n))
return t}function strings(e){const t=Object.entries(e)
if(t.length===0)return undefined
const n=block(t.map(([e,t])=>[e,scalar(t)]))
n.flow=t.length<=2&&t.every(([,e])=>e.length<40&&!e.includes("\n"))
return n}function commented(e,t){if(t!==undefined)e.comment=` ${t.replace(/\s+/g," ")}`
return e}const guessed=e=>e===undefined?undefined:`guessed from ${e}`
function toInitResult(e,t,n){return{kind:"lucid.init",version:1,files:t,services:e.services.map(summary_toService),externals:e.externals.map(({name:e})=>e),left:e.left,check:[...n,...checks(e),...e.check]}}function summary_toService({name:e,dockerfile:t,context:n,planned:s,ports:o,health:r,needs:i,phase:a}){const c={}
if(n.from!==undefined)c.context=n.from
if(o!==undefined)c.ports=o.from
if(r!==undefined)c.health=r.from
if(i.length>0)c.needs=[...new Set(i.map(({from:e})=>e))].join(", ")
return{name:e,dockerfile:t,context:n.value,planned:s!==undefined,ports:o?.value??[],...r!==undefined&&{health:formatHealth(r.value)},needs:i.map(({value:e})=>e),...(0,f.s)({phase:a}),guesses:c}}function checks({registry:e,services:t}){const names=e=>e.map(({name:e})=>e).join(", ")
const n=t.filter(({health:e})=>e?.from.startsWith("its port"))
const s=t.filter(({health:e,planned:t,notes:n})=>e===undefined&&t===undefined&&n.every(e=>!e.includes("does not run")))
return[...e.from===""?[]:[`registry: ${e.value} is guessed from ${e.from}`],...n.length>0?[`health: only the port is known of ${names(n)}; set a path if there is one`]:[],...s.length>0?[`health: nothing is known of ${names(s)}; smoke only checks that they stay up`]:[]]}function pushWorkflow(e){return`# Pushes and pull requests: changed images are built, smoke-tested and published. https://github.com/lucid/build-action\n# The check to require is \`images / gate\`.\nname: images\non:\n  push: { branches: [${e.branch}] }\n  pull_request:\n  merge_group:\npermissions: {}\njobs:\n  images:\n    name: images\n    permissions:\n      contents: read\n      packages: write # pushes to ghcr.io\n      pull-requests: write # the comment\n    uses: lucid/build-action/.github/workflows/build.yml@v1\n${inputs(e)}`}function nightlyWorkflow(e){return`# Nightly: images with a moved base image or an expired \`ttl\` are rebuilt, smoke-tested and published.\nname: nightly\non:\n  schedule:\n    - cron: "17 3 * * *"\n  workflow_dispatch:\npermissions: {}\njobs:\n  images:\n    name: images\n    permissions:\n      contents: read\n      packages: write # pushes to ghcr.io\n      pull-requests: write # required by the reusable workflow\n      issues: write # the issue of failed nightlies\n    uses: lucid/build-action/.github/workflows/nightly.yml@v1\n${inputs(e)}`}function inputs({catalog:e,registry:t,secrets:n=[],ssh:s=false}){const o=t.split("/",1)[0]??t
const r=[...e==="lucid.yml"?[]:[`catalog: ${JSON.stringify(e)}`],...o==="ghcr.io"?[]:[`login: ${o}`],...n.length===0?[]:[`build-secret-names: ${n.join(",")}`]]
const i=["registry-username: ${{ secrets.REGISTRY_USERNAME }}","registry-password: ${{ secrets.REGISTRY_PASSWORD }}"]
const a=n.map(e=>`  ${e}=${"${{"} secrets.${e.toUpperCase()} }}`)
const c=[...o==="ghcr.io"?[]:i,...a.length===0?[]:["build-secrets: |",...a],...s?["ssh-keys: ${{ secrets.SSH_PRIVATE_KEY }}"]:[]]
return workflows_block("with",r)+workflows_block("secrets",c)}const workflows_block=(e,t)=>t.length===0?"":`    ${e}:\n${t.map(e=>`      ${e}\n`).join("")}`
async function init(e,t){const n=o.resolve(t.cwd,e.catalog)
const s=o.dirname(n)
const{text:l}=(0,r.K7)(s)
if(!e.dryRun&&await exists(n))throw catalogExists(e.catalog)
const f=(0,d.z)(s,t)
const[u,m,p,h,g]=await Promise.all([(0,i.Z)(s,f),f(["ls-files","--others","--ignored","--exclude-standard","--directory","-z"]),f(["remote","get-url","origin"]),f(["rev-parse","--show-prefix"]).then(e=>e?.trim()??""),f(["symbolic-ref","--short","refs/remotes/origin/HEAD"])])
const b=new Set(m?.split("\0").filter(Boolean))
const isHidden=e=>b.has(e)||e.split("/").some((e,t,n)=>b.has(`${n.slice(0,t+1).join("/")}/`))
const v=u.entries.flatMap(e=>e.kind==="file"&&!isHidden(e.path)?e.path:[])
const{left:w,...$}=findRelevantFiles(v)
const k=await importCommands(e.from,s,t.cwd,l)
const x=await Promise.all($.compose.map(e=>readComposeFile(e,{root:s,text:l,isHidden:isHidden,context:t})))
const y=propose({project:projectName(p,s),...homeRegistry(p),tree:(0,c.Gc)(u.entries),dockerfiles:$.dockerfiles,compose:x.flatMap(({reading:e})=>e??[]),commands:k.commands,manifests:$.manifests.flatMap(e=>readKubernetesManifest(l(e)??"",e)),text:l})
const S=[...w,...y.left]
if(y.services.length===0)throw nothingToBuild(S,s)
const O=catalogText(y);(0,a.a)({file:o.basename(n),text:O,root:s,paths:(0,r.DR)(s)})
const M={catalog:`${h}${o.basename(n)}`,registry:y.registry.value,branch:g?.trim().replace(/^origin\//,"")||"main",secrets:[...new Set(y.services.flatMap(({secrets:e})=>e.map(secretVariable)))],ssh:y.services.some(({ssh:e})=>e.length>0)}
const _=o.join(s,o.relative(h||".","."),".github/workflows")
const j=[[n,O],[o.join(_,"images.yml"),pushWorkflow(M)],[o.join(_,"images-nightly.yml"),nightlyWorkflow(M)]]
const A=[]
for(const[n,s]of j)A.push(await writeNew(n,s,e,t.cwd))
const C=[...k.unclear,...x.flatMap(({note:e})=>e??[])]
return toInitResult({...y,left:S},A,C)}async function writeNew(e,t,{dryRun:n},r){const i=o.relative(r,e)
if(n)return{path:i,state:"shown",text:t}
await(0,s.mkdir)(o.dirname(e),{recursive:true})
try{await(0,s.writeFile)(e,t,{flag:"wx"})
return{path:i,state:"written"}}catch(e){if(e.code!=="EEXIST")throw e
return{path:i,state:"kept"}}}const exists=e=>(0,s.lstat)(e).then(()=>true,()=>false)
async function importCommands(e,t,n,r){const i=[]
for(const a of e){const e=o.resolve(n,a)
const c=o.relative(t,e)
const d=c.startsWith("..")
const f=d?await(0,s.readFile)(e,"utf8").catch(()=>undefined):r(c)
if(f===undefined)throw new l.yo({code:"init/from",message:`cannot read ${a}`,fix:"name a Markdown file or a shell script with docker build commands"})
const u=readBuildCommands(f,d?o.basename(a):c)
const m=u.commands.length+u.unclear.length===0
i.push(m?{commands:[],unclear:[`${a}: contains no docker build command`]}:u)}return{commands:i.flatMap(({commands:e})=>e),unclear:i.flatMap(({unclear:e})=>e)}}function projectName(e,t){const n=e?.trim().replace(/\.git$|\/$/g,"").split(/[/:]/).at(-1)
return toKebabCase(n??"")||toKebabCase(o.basename(t))||"project"}function homeRegistry(e){const[,t,n]=/github\.com[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(e?.trim()??"")??[]
return n===undefined?{}:{home:`ghcr.io/${t}/${n}`.toLowerCase()}}const catalogExists=e=>new l.yo({code:"init/exists",message:`${e} already exists`,why:"init never overwrites a file",fix:"move it, write another file with --catalog, or see the proposal with --dry-run"})
function nothingToBuild(e,t){const n=e.slice(0,5).map(({file:e,why:t})=>`${e} (${t})`)
return new l.yo({code:"init/nothing",message:`nothing to build in ${t}: no Dockerfile, no Compose file with a build`,...n.length>0&&{why:`skipped: ${n.join(", ")}`},fix:"run it in the root of the repository, or import the commands of a file with --from"})}})}
