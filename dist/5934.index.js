export const id=5934
export const ids=[5934]
export const modules={11886:((e,t,n)=>{n.d(t,{Bc:()=>isDigest,F2:()=>parseReference,F5:()=>mirrorReference,FH:()=>formatReference,Wf:()=>readReference,Z9:()=>referenceTarget,_M:()=>repositoryOf,hG:()=>familiarName})
var s=n(85465)
const o=/^(?:\[[0-9a-fA-F:]+\]|[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*)(?::[0-9]{1,5})?$/
const r=/^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/
const i=/^[a-zA-Z0-9_][a-zA-Z0-9._-]{0,127}$/
const a=/^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/
const c="docker.io"
function isTag(e){return i.test(e)}function isDigest(e){return a.test(e)}function parseReference(e){const t=readReference(e)
if(t.kind==="problem")throw new s.yo(t.problem)
return t.reference}function readReference(e,t){const{name:n,tag:s,digest:o}=cut(e)
const{host:r,repository:i}=splitHost(n)
const a=wrongWith({host:r,repository:i,tag:s,digest:o})
if(a!==undefined){const n=`${JSON.stringify(e.slice(0,300))} is not an image reference`
const s="write it as host/path/name:tag, for example ghcr.io/acme/api:1.2"
return{kind:"problem",problem:{code:"registry/bad-reference",message:n,why:a,fix:s,...t&&{at:t}}}}return{kind:"reference",reference:{host:r,repository:i,...s!==undefined&&{tag:s},...o!==undefined&&{digest:o}}}}function formatReference({host:e,repository:t,tag:n,digest:s}){return`${e}/${t}${n===undefined?"":`:${n}`}${s===undefined?"":`@${s}`}`}function familiarName(e){const t=formatReference(e)
const n=t.startsWith(`${c}/`)?t.slice(c.length+1):t
const s=e.host===c&&/^library\/[^/]+$/.test(e.repository)?n.slice(8):n
return s.endsWith(":latest")?s.slice(0,-":latest".length):s}function mirrorReference(e,t){const n=t.get(e.host)
if(n===undefined)return e
const{host:s,repository:o}=parseReference(`${n.replace(/\/+$/,"")}/${e.repository}`)
return{...e,host:s,repository:o}}function referenceTarget({tag:e,digest:t}){return t??e??"latest"}function cut(e){const t=e.indexOf("@")
const n=t===-1?e:e.slice(0,t)
const s=n.indexOf(":",n.lastIndexOf("/")+1)
return{name:s===-1?n:n.slice(0,s),...s!==-1&&{tag:n.slice(s+1)},...t!==-1&&{digest:e.slice(t+1)}}}function splitHost(e){const t=e.indexOf("/")
const n=t===-1?"":e.slice(0,t)
const s=/[.:]/.test(n)||n==="localhost"||n!==n.toLowerCase()
const o=s?n:c
const r=s?e.slice(t+1):e
if(o!==c&&o!=="index.docker.io")return{host:o,repository:r}
return{host:c,repository:r.includes("/")?r:`library/${r}`}}function wrongWith(e){const{host:t,repository:n,tag:s,digest:i}=e
const a=n.replace(/^library\//,"")
if(a==="")return"the name is missing"
if(!o.test(t))return`${JSON.stringify(t)} is not a registry host`
if(n!==n.toLowerCase())return`the name ${JSON.stringify(a)} must be lower case`
const c=n.split("/").find(e=>!r.test(e))
if(c!==undefined)return`${JSON.stringify(c)} in the name: letters a-z and digits, with single . or _, __ or dashes between them`
if(/^[0-9a-f]{64}$/.test(a))return"a name of 64 hex digits reads as an image ID"
if(t.length+1+n.length>255)return"host and name are longer than 255 characters"
if(s!==undefined&&!isTag(s))return"a tag is 1 to 128 letters, digits, _ . or -, and starts with a letter, a digit or _"
if(i!==undefined&&!isDigest(i))return"a digest is sha256: and 64 hex digits"
return undefined}function repositoryOf(e){const t=e.split("@",1)[0]??e
const n=t.lastIndexOf(":")
return n>t.lastIndexOf("/")?t.slice(0,n):t}}),20453:((e,t,n)=>{n.d(t,{Ai:()=>askedBy,C0:()=>isLoopbackVariable,Cl:()=>listensOn,Cs:()=>loopbackBindIn,oi:()=>bindsLoopback,pz:()=>fillIn})
const s=/(?:https?:\/\/|[\s'"])(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::(\d+))?(\/[^\s'"`),;|&<>\\]*)?(?=[\s'"`),;|&<>\\]|$)/
const o=/\$(?:(\w+)|\{(\w+)(?::?-([^{}]*))?\})/g
function fillIn(e,t){return e.replace(o,(e,n,s,o)=>t(n??s??"")??o??e)}function askedBy(e,t){const n=fillIn(e.join(" "),t)
const o=s.exec(n)
if(o===null||o[2]?.includes("$"))return undefined
if(!o[0].startsWith("http")&&(o[1]===undefined||o[2]===undefined)&&!/\b(?:curl|wget)\b/.test(n))return undefined
return{port:o[1]===undefined?80:Number(o[1]),path:o[2]??"/"}}const r=/(?:^|\s)--(?:server[.-]|http-|listen-)?port[=\s]+["']?(\d{2,5})(?=["'\s]|$)/
const i=/(?:^|\s)(?:--bind|-b|--listen|--addr(?:ess)?)[=\s]+["']?(?:[\w.*[\]:]*):(\d{2,5})(?=["'\s]|$)/
function listensOn(e){const t=e.join(" ")
const n=r.exec(t)??i.exec(t)
return n===null?undefined:Number(n[1])}const a="(?:tcp://|https?://)?(?:127\\.0\\.0\\.1|localhost|\\[?::1\\]?)"
const c=new RegExp(`(?:^|\\s)(?:--(?:host|bind|listen|listen-address|addr|address|ip|server\\.address)|-b)[=\\s]+["']?(${a}(?::\\d+)?)(?=["'\\s]|$)`)
const bindsLoopback=e=>c.exec(e.join(" "))?.[1]
const d=`["'](127\\.0\\.0\\.1|localhost)["']`
const f=[`\\b(?:\\w+\\.run|run_app|run_simple|serve|create_server|start_server)\\s*\\((?:[^()]|\\([^()]*\\))*?\\bhost\\s*=\\s*${d}`,`\\b(?:start_server|create_server)\\s*\\(\\s*[\\w.]+\\s*,\\s*${d}`,`\\b(?:run_simple|make_server|WSGIServer)\\s*\\(\\s*\\(?\\s*${d}`,`\\b(?:\\w*HTTPServer|\\w*TCPServer|\\w+\\.bind)\\s*\\(\\s*\\(\\s*${d}`].map(e=>new RegExp(e))
function loopbackBindIn(e){const t=e.replace(/^[ \t]*#.*$/gm,"")
for(const e of f){const n=e.exec(t)
if(n===null)continue
const[s,o=""]=n
return{line:t.slice(0,n.index+s.lastIndexOf(o)).split("\n").length,address:o}}return undefined}const l=/^(?:HOST|BIND|BIND_(?:HOST|ADDR|ADDRESS)|LISTEN(?:_(?:HOST|ADDR|ADDRESS))?|(?:SERVER|API|APP|HTTP|UVICORN|FLASK_RUN)_HOST)$/
const u=new RegExp(`^${a}(?::\\d+)?$`)
const isLoopbackVariable=(e,t)=>l.test(e)&&u.test(t)}),81769:((e,t,n)=>{n.r(t)
n.d(t,{init:()=>init})
var s=n(51455)
var o=n(76760)
var r=n(39491)
var i=n(90843)
var a=n(10024)
var c=n(27766)
var d=n(85465)
var f=n(24650)
const l={sha:"\x01sha\x01",date:"\x01date\x01",version:"\x01version\x01",other:"\x01?\x01"}
const isOpen=e=>e.includes("\x01")
function textOf(e,t){return e.parts===undefined?e.value:e.parts.map(e=>partText(e,t)).join("")}function partText(e,t){switch(e.type){case"Literal":case"SingleQuoted":case"AnsiCQuoted":return e.value
case"DoubleQuoted":case"LocaleString":return e.parts.map(e=>partText(e,t)).join("")
case"SimpleExpansion":return setTo(e.text.slice(1),t)??openValue(e.text.slice(1))
case"ParameterExpansion":{const{parameter:n,operation:s,prefix:o}=e
if(o!==undefined)return l.other
const r=setTo(n,t)
if(s===undefined)return r??openValue(n)
if(s.type!=="Default")return l.other
const{operator:i,operand:a}=s
if(/[-=]$/.test(i))return r!==undefined&&r!==""?r:textOf(a,t)
return i.endsWith("?")?r??openValue(n):l.other}case"CommandExpansion":return resultOf(e.text,t)
default:return"text"in e&&e.type==="Glob"?e.text:l.other}}function setTo(e,{variables:t,folder:n}){return t.get(e)??(e==="PWD"?n:undefined)}function openValue(e){if(/sha|commit|revision|git_ref|vcs_ref/i.test(e))return l.sha
if(/date|time/i.test(e))return l.date
return/version|release/i.test(e)?l.version:l.other}function resultOf(e,{folder:t,script:n}){const s=e.replace(/^\$\(|^`|\)$|`$/g,"").trim()
if(s==="pwd")return t
if(/^git rev-parse --show-toplevel/.test(s))return"."
const o=/dirname\s+(?:--\s+)?"?\$(?:0|\{?BASH_SOURCE)/.test(s)
if(o){const e=/^cd\s+.*dirname[^)]*\)"?((?:\/[\w.-]+)*)"?\s*(?:>\s*\/dev\/null\s*(?:2>&1)?\s*)?&&\s*pwd/.exec(s)?.[1]
if(e!==undefined)return`${n}${e}`
return/^dirname/.test(s)?n:l.other}if(/\bgit\s+(?:rev-parse|log|show)\b/.test(s))return l.sha
if(/\bgit\s+describe\b/.test(s))return l.version
return/^date\b/.test(s)?l.date:l.other}var u=n(38815)
var m=n(88989)
const p=500
function readCommands(e,t){return new Reader(e,t).all()}class Reader{#e
#t
#n=new Map
#s=[]
#o
#r=0
constructor(e,{script:t,folder:n}){this.#e=e
this.#t=t
this.#o=n}all(){this.#i((0,m.qg)(this.#e))
return this.#s}get#a(){return{variables:this.#n,folder:this.#o,script:this.#t}}#i(e){switch(e.type){case"Command":this.#c(e)
return
case"Subshell":{const t=this.#o;(0,m.dK)(e,e=>this.#i(e))
this.#o=t
return}case"For":{const t=(e.wordlist??[]).flatMap(e=>textOf(e,this.#a).split(/\s+/).filter(Boolean))
for(const n of t.length>0?t:[l.other]){if(++this.#r>p)return
const t=this.#o
this.#n.set(e.name.value,n)
this.#i(e.body)
this.#o=t}return}default:(0,m.dK)(e,e=>this.#i(e))}}#c(e){const t=e.prefix.filter(e=>e.type==="Assignment")
if(e.name===undefined){for(const e of t)this.#d(e)
return}const n=textOf(e.name,this.#a)
if(/^(?:export|declare|local|readonly|typeset)$/.test(n)){for(const t of e.args)this.#d(t)
return}const s=e.args.map(e=>this.#f(e))
if(n==="cd"||n==="pushd")this.#o=this.#l(s.findLast(e=>!e.startsWith("-")))
else if(n==="popd")this.#o="."
else{const t=this.#e.slice(0,e.pos).split("\n").length
this.#s.push({words:[n,...s],folder:this.#o,line:t})}}#d(e){if(e.type!=="Assignment")return
this.#n.set(e.name,e.value.type==="Word"?textOf(e.value,this.#a):l.other)}#f(e){if(e.type==="Word")return textOf(e,this.#a)
return e.value.type==="Word"?`${e.name}=${textOf(e.value,this.#a)}`:e.text}#l(e){if(e===undefined||e.startsWith("/")||e.startsWith("~")||isOpen(e))return"."
const t=o.posix.normalize(o.posix.join(this.#o,e)).replace(/\/$/,"")
return t===".."||t.startsWith("../")?".":t}}function filledIn(e,t){if(typeof e==="string"){const n=expand(e.replaceAll("$$","\0"),e=>t(e)?.replaceAll("$","\0"))
return n.replace(/\$\{[^}]*\}?|\$\w+/g,"\x01").replaceAll("\0","$")}if(Array.isArray(e))return e.map(e=>filledIn(e,t))
return typeof e!=="object"||e===null?e:Object.fromEntries(Object.entries(e).map(([e,n])=>[e,filledIn(n,t)]))}const h=/\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)(?:(:?[-+?])((?:[^{}]|\{[^{}]*\})*))?\})/g
function expand(e,t){return e.replace(h,(e,n,s,o="",r="")=>{const i=t(n??s??"")
const a=i===undefined||o.startsWith(":")&&i===""
if(o.endsWith("-"))return a?expand(r,t):i
if(o.endsWith("+"))return a?"":expand(r,t)
return a?e:i})}function readEnvFile(e){const t=new Map
for(const n of e.split(/\r?\n/)){const[,e,s=""]=/^\s*(?:export\s+)?([A-Za-z_]\w*)\s*=\s*(.*?)\s*$/.exec(n)??[]
if(e===undefined)continue
const o=/^(["'])(.*)\1$/.exec(s)
const r=o?.[2]??s.replace(/\s+#.*$/,"")
t.set(e,o?.[1]==="'"?r:expand(r,e=>t.get(e)))}return t}function unescaped(e){return filledIn(e,()=>undefined)}function readCompose(e,t,n=()=>undefined){const s=(0,u.Tp)(e,{merge:true,logLevel:"silent",uniqueKeys:false})
if(s.errors.length>0)return undefined
return servicesOf(filledIn(s.toJS({maxAliasCount:1e3}),n),{folder:o.posix.dirname(t),lookup:n})}function readConfig(e,t){return servicesOf(unescaped(e),{folder:".",root:t,lookup:()=>undefined})}function servicesOf(e,t){const n=object(object(e)?.services)
if(n===undefined)return undefined
return Object.entries(n).flatMap(([e,n])=>{const s=object(n)
return s===undefined?[]:[toService(e,s,t)]})}function toService(e,t,{folder:n,root:s,lookup:o}){const r=typeof t.build==="string"?{context:t.build}:object(t.build)
const i=r===undefined?undefined:toBuild(r,n,s)
const a=compose_text(t.image)
const{known:c,unset:d}=environmentOf(t.environment,o)
const f=healthOf(object(t.healthcheck))
const l=commandOf(t.command,n)
return{name:e,...a!==undefined&&{image:a},...i!==undefined&&{build:i},ports:[...new Set([...list(t.ports).flatMap(portOf),...list(t.expose).flatMap(portOf)])],...f!==undefined&&{health:f},env:c,unset:d,needs:[...namesOf(t.depends_on),...list(t.links).flatMap(e=>compose_text(e)?.split(":",1)[0]??[])],awaited:Object.entries(object(t.depends_on)??{}).flatMap(([e,t])=>object(t)?.condition==="service_completed_successfully"?e:[]),mounts:list(t.volumes).flatMap(e=>{const t=object(e)
const n=t===undefined?compose_text(e)?.split(":",1)[0]:t.type==="bind"?compose_text(t.source):undefined
return n!==undefined&&/^[./]/.test(n)?[n]:[]}),...l!==undefined&&{command:l}}}function commandOf(e,t){const n=compose_text(e)
const s=n===undefined?[]:readCommands(n,{script:t,folder:t})
const o=n===undefined?list(e).map(compose_text):s.length===1?s[0]?.words:[]
const r=o?.filter(e=>e!==undefined&&!isOpen(e))
return r!==undefined&&r.length>0&&r.length===o?.length?r:undefined}const jobsIn=e=>new Set(e.flatMap(({awaited:e})=>e))
function toBuild(e,t,n){const s=e.context===undefined?".":compose_text(e.context)
const o=e.dockerfile===undefined?"Dockerfile":compose_text(e.dockerfile)
if(s===undefined||o===undefined)return undefined
if(/^(?:https?|git|ssh):\/\/|^git@/.test(s)||e.dockerfile_inline!==undefined)return undefined
const r=inRepository(s,t,n)
const i=inRepository(o,r??".",n)
if(r===undefined||i===undefined)return undefined
const a=compose_text(e.target)
return{context:r,dockerfile:i,...a!==undefined&&{target:a},args:environmentOf(e.args,()=>undefined).known,platforms:list(e.platforms).flatMap(e=>compose_text(e)??[])}}function inRepository(e,t,n){const s=n!==undefined&&o.posix.isAbsolute(e)?o.posix.relative(n,e)||".":e
if(o.posix.isAbsolute(s)||s.startsWith("~"))return undefined
const r=n!==undefined&&o.posix.isAbsolute(e)?s:o.posix.join(t,s)
const i=o.posix.normalize(r).replace(/\/$/,"")
return i===".."||i.startsWith("../")?undefined:i}function portOf(e){const t=object(e)
const n=t===undefined?compose_text(e):`${compose_text(t.target)}/${compose_text(t.protocol)??"tcp"}`
const s=/^(?:.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/.exec(n??"")
const o=Number(s?.[1])
const r=Number(s?.[2]??s?.[1])
if(s===null||!(o>0)||r>65535||r-o>20)return[]
const i=s[3]==="udp"?"/udp":""
return Array.from({length:r-o+1},(e,t)=>`${o+t}${i}`)}function healthOf(e){if(e===undefined||e.disable===true)return undefined
if(typeof e.test==="string")return{form:"shell",words:[e.test]}
const[t,...n]=list(e.test).map(e=>compose_text(e)??"")
if(t==="CMD-SHELL")return{form:"shell",words:n}
return t==="CMD"?{form:"exec",words:n}:undefined}function environmentOf(e,t){const n={}
const s=[]
const o=object(e)
const r=o===undefined?list(e).map(e=>{const[,t="",n]=/^([^=]*)(?:=(.*))?$/s.exec(String(e))??[]
return[t,n]}):Object.entries(o)
for(const[e,o]of r){const r=o===undefined||o===null?t(e):compose_text(o)
if(r===undefined)s.push(e)
else n[e]=r}return{known:n,unset:s}}const namesOf=e=>Object.keys(object(e)??Object.fromEntries(list(e).map(e=>[String(e),e])))
function object(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)?e:undefined}const list=e=>Array.isArray(e)?e:[]
function compose_text(e){if(typeof e!=="string"&&typeof e!=="number"&&typeof e!=="boolean")return undefined
return String(e).includes("\x01")?undefined:String(e)}function kebab(e){return e.normalize("NFKD").replace(/([a-z0-9])([A-Z])/g,"$1-$2").replace(/([A-Z]+)([A-Z][a-z])/g,"$1-$2").toLowerCase().replace(/[^a-z0-9]+/g,"-").replace(/^-+|-+$/g,"").slice(0,63).replace(/-+$/,"")}const g=new Set([...["src","docker","build","deploy","container","containers","dockerfiles","dockerfile","images","image"],...["code","packaging","ci","source"]])
const b=/^(?:prod|production|release|arm64|arm|amd64|linux|alpine|slim|distroless|multi|multistage)$/i
function variantOf(e){const t=e.slice(e.lastIndexOf("/")+1)
const n=/^(?:dockerfile|containerfile)[._-](.+)$/i.exec(t)??/^(.+)\.(?:dockerfile|containerfile)$/i.exec(t)
return n?.[1]}function nameOf(e,t){const n=e.split("/").slice(0,-1)
const s=n.findLast(e=>!g.has(e.toLowerCase()))
const o=variantOf(e)
const r=o===undefined||b.test(o)?undefined:kebab(o)
const i=s===undefined?undefined:kebab(s.replace(/^\d+[-_.]/,""))
if(r===undefined)return i||t
if(i===undefined||i===""||r.startsWith(i))return r
return`${i}-${r}`}function freeName(e,t){for(let n=1;;n++){const s=n===1?e:`${e}-${n}`
if(!t.has(s))return s}}function draftsOf(e){const{dockerfiles:t,project:n}=e
const s=[...fromCompose(e)]
const taken=()=>new Set(s.map(({name:e})=>e))
for(const t of groups(e.commands).values()){const o=t.findLast(({dockerfile:t})=>exists(e,t))??t.at(-1)
if(o===undefined)continue
const r=asThere(e,o.dockerfile)
const i=t.map(({at:e})=>`${e.file}:${e.line}`)
const a=s.findIndex(e=>e.dockerfile===r&&!e.job&&(e.target===o.target||o.target===undefined))
const c=s[a]
if(c!==undefined){const e={sources:[...c.sources,...i],commands:[...c.commands,...t]}
s[a]={...c,...e}
continue}const d=freeName(shortName(t,e)??nameOf(r,n),taken())
const f=o.target===undefined?{}:{target:o.target}
s.push({name:d,sources:i,dockerfile:r,...f,commands:t,compose:[]})}for(const e of t){if(s.some(t=>t.dockerfile===e))continue
const t=freeName(nameOf(e,n),taken())
s.push({name:t,sources:[e],dockerfile:e,commands:[],compose:[]})}return s}function fromCompose(e){const t=new Map
for(const{file:n,services:s}of e.compose){const o=jobsIn(s)
for(const{image:r,...i}of s){if(i.build===undefined)continue
const a=o.has(i.name)
const c=a&&s.some(e=>e.name!==i.name&&e.image===r)
const d={...i,...r!==undefined&&!c&&{image:r}}
const{context:f,target:l}=i.build
const u=asThere(e,i.build.dockerfile)
const m=`${u}\n${l??""}${a?`\n${i.name}`:""}`
const p=t.get(m)
if(p?.compose.some(({name:e})=>e===d.name))continue
if(p!==undefined){t.set(m,{...p,compose:[...p.compose,d]})
continue}const h=new Set([...t.values()].map(({name:e})=>e))
const g=freeName(kebab(d.name)||nameOf(u,e.project),h)
t.set(m,{name:g,sources:[n],dockerfile:u,context:f,...l!==undefined&&{target:l},commands:[],compose:[d],...a&&{job:a}})}}return[...t.values()]}function groups(e){const t=new Map
for(const n of e){const e=ownName(n)??`${n.dockerfile}\n${n.target??""}`
t.set(e,[...t.get(e)??[],n])}return new Map([...t].map(([e,t])=>[e,[...t.filter(e=>!e.pushes),...t.filter(e=>e.pushes)]]))}function ownName({tags:e}){const t=e.map(({image:e})=>e.split("/").at(-1)??"").find(e=>e!==""&&!isOpen(e))
return t?.toLowerCase()}function shortName(e,{commands:t,project:n}){const s=e.map(ownName).findLast(e=>e!==undefined)
if(s===undefined)return undefined
const o=sharedStart([...new Set(t.flatMap(e=>ownName(e)??[]))],n)
return kebab(s.slice(o.length))||undefined}function sharedStart(e,t){const[n="",...s]=e
const o=n.split("-").map((e,t,n)=>`${n.slice(0,t).join("-")}${t>0?"-":""}`)
if(s.length===0)return n.startsWith(`${t}-`)?`${t}-`:""
return o.findLast(t=>e.every(e=>e.startsWith(t)&&e.length>t.length))??""}const exists=({tree:e},t)=>(0,c.oB)(e,asThereIn(e,t))!==undefined
const asThere=({tree:e},t)=>asThereIn(e,t)
function asThereIn(e,t){const n=t.replace(/Dockerfile$/,"dockerfile")
return(0,c.oB)(e,t)===undefined&&(0,c.oB)(e,n)!==undefined?n:t}var v=n(69044)
var w=n(20453)
const $=[{program:/\bredis-cli\b|\bvalkey-cli\b/,port:6379,option:/\s-p\s*(\d+)/},{program:/\bpg_isready\b/,port:5432,option:/\s(?:-p\s*|--port[= ])(\d+)/},{program:/\bmysqladmin\b|\bmariadb-admin\b|\bhealthcheck\.sh\b/,port:3306,option:/\s(?:-P\s*|--port[= ])(\d+)/},{program:/\bmongo(?:sh)?\b/,port:27017,option:/\s--port[= ](\d+)/},{program:/\brabbitmq-diagnostics\b|\brabbitmqctl\b/,port:5672,option:/(?!)/}]
function health_healthOf(e,t){const n=(0,w.pz)(e.join(" "),t)
const s=/\bgrpc[_-]health[_-]probe\b.*?-addr[= ]["']?[\w.[\]]*:(\d+)/.exec(n)
if(s!==null)return{kind:"grpc",port:Number(s[1])}
const o=(0,w.Ai)(e,t)
if(o!==undefined)return{kind:"path",path:o.path,port:o.port}
const r=/\bnc\s+(?:-\w+\s+)*["']?[\w.-]+["']?\s+(\d{2,5})\b/.exec(n)??/\/dev\/tcp\/[\w.-]+\/(\d{2,5})/.exec(n)
const i=/create_connection\(\(\s*['"][\w.-]+['"]\s*,\s*(\d{2,5})/.exec(n)??r
if(i!==null)return{kind:"tcp",port:Number(i[1])}
const a=$.find(({program:e})=>e.test(n))
return a&&{kind:"tcp",port:Number(a.option.exec(n)?.[1]??a.port)}}function healthWords(e){if(e.kind==="path")return e.path
return e.kind==="healthcheck"?"its HEALTHCHECK":`${e.kind} ${e.port}`}const y=[[/(?:^|\/)(?:redis|valkey|keydb)\b/,6379],[/(?:^|\/)(?:postgres|postgis|pgvector|timescaledb)/,5432],[/(?:^|\/)(?:mysql|mariadb)\b/,3306],[/(?:^|\/)mongo\b/,27017],[/(?:^|\/)rabbitmq\b/,5672],[/(?:^|\/)memcached\b/,11211],[/(?:^|\/)nats\b/,4222],[/kafka/,9092],[/(?:^|\/)(?:elasticsearch|opensearch)/,9200]]
function externalsOf(e,t){const n=e.compose.flatMap(({services:e})=>e)
const s=new Set(n.flatMap(({build:e,name:t})=>e===undefined?[]:[t]))
const o=n.filter(({name:e})=>!s.has(e))
const r=new Set
const want=e=>{for(const{value:n}of t.get(e)??[]){if(r.has(n))continue
r.add(n)
want(n)}}
const i=new Set(o.map(({name:e})=>e))
for(const e of t.keys())if(!i.has(e))want(e)
const a=[]
const c=[]
const d=new Set
for(const n of s.size>0?o:[]){const{name:s,image:o}=n
if(!r.has(s)||d.has(s))continue
d.add(s)
if(o===undefined||!(0,v.F2)(o).ok||!(0,v.qE)(s).ok){c.push(`${s}: services need it, and its image is only known when it runs; add it under \`externals\``)
continue}if(n.mounts.length>0)c.push(`${s}: Compose mounts ${n.mounts.slice(0,3).join(", ")} into it, which the smoke stack does not; it may not start without`)
const f=e.compose.some(({services:e})=>e.includes(n)&&jobsIn(e).has(s))
a.push(toExternal({...n,job:f},o,(t.get(s)??[]).map(({value:e})=>e).filter(e=>i.has(e))))}const f=new Set(a.map(({name:e})=>e))
return{externals:a.map(e=>({...e,needs:e.needs.filter(e=>f.has(e))})),check:c}}function toExternal({name:e,health:t,env:n,ports:s,command:o,job:r},i,a){const c=t&&health_healthOf(t.words,e=>n[e])
const d=y.find(([e])=>e.test(i))?.[1]??Number(s.find(e=>!e.endsWith("/udp")))
const f=c!==undefined?{value:c,from:"its healthcheck"}:d>0?{value:{kind:"tcp",port:d},from:"its port"}:undefined
return{name:e,image:i,...r&&{run:"job"},...o!==undefined&&{command:o},env:n,ports:s,...f!==undefined&&!r&&{health:f},needs:a}}function nameImages(e,{project:t,home:n}){const s=new Map(e.flatMap(({draft:e})=>{const t=[...e.compose.flatMap(({image:e})=>e===undefined?[]:[withoutTag(e)]),...e.commands.flatMap(({tags:e})=>e.map(e=>e.image))].filter(e=>!isOpen(e)&&/^[a-z0-9][a-z0-9._/:-]*$/.test(e)).findLast(e=>e.includes("/"))
return t===undefined?[]:[[e.name,split(t)]]}))
const o=new Map
for(const{host:e,path:t}of s.values())o.set(`${e}/${t}`,(o.get(`${e}/${t}`)??0)+1)
for(const[e,{host:t,path:n}]of s)if((o.get(`${t}/${n}`)??0)>1)s.set(e,{host:t,path:`${n}/${e}`})
const r=[...s.values()]
const i=registryOf(r,n,t)
const a=[...s].filter(([,{host:e}])=>e===i.value)
const d=a.flatMap(([e,{path:t}])=>t.endsWith(e)?[t.slice(0,t.length-e.length)]:[])
const f=mostFrequent(d)
const l=f===undefined?undefined:`${f}{{name}}`
const u=new Map([...s].flatMap(([e,{host:t,path:n}])=>{if(t===i.value&&n===`${f??""}${e}`)return[]
return[[e,t===i.value?n:`${t}/${n}`]]}))
const m=new Map(e.map(({draft:e})=>{const{name:t,compose:n,commands:s}=e
const o=u.get(t)??`${f??""}${t}`
const r=[...n.flatMap(({image:e})=>e??[]),...s.flatMap(({tags:e})=>e.map(({image:e})=>e))]
return[t,[o,`${i.value}/${o}`,...r.map(withoutTag)].map(e=>(0,c.p2)(e))]}))
return{registry:i,...l!==undefined&&l!=="{{name}}"&&{template:l},own:u,names:m}}function registryOf(e,t,n){const s=mostFrequent(e.map(({host:e})=>e))
if(s!==undefined)return{value:s,from:""}
if(t!==undefined&&(0,v.l5)(t).ok)return{value:t,from:"the remote of this repository"}
return{value:`ghcr.io/your-name/${n}`,from:"nothing: say where images go"}}function split(e){const t=e.split("/",1)[0]??""
return(0,v.jU)(t)?{host:t,path:e.slice(t.length+1)}:{host:"docker.io",path:e}}const withoutTag=e=>e.replace(/@.*$/,"").replace(/:[^/:]*$/,"")
function mostFrequent(e){const t=new Map
for(const n of e)t.set(n,(t.get(n)??0)+1)
return[...t].sort(([,e],[,t])=>t-e)[0]?.[0]}function namesFromBases(e,t,{project:n}){const s=(t.template??"").replace(`{{${v.Qv[0]}}}`,"")
const o=new Set([...t.names.values()].flat())
const r=new Set(e.flatMap(({facts:e})=>e?.images??[]).map(e=>(0,c.p2)(withoutTag(e))))
const i=new Map
for(const a of r){if(o.has(a))continue
const r=[`${t.registry.value}/${s}`,s,`${n}-`].find(e=>e!==""&&a.startsWith(e))
if(r===undefined)continue
const c=kebab(a.slice(r.length))
const d=c.split("-")
const f=e.filter(({draft:e})=>e.commands.length===0&&e.compose.length===0&&!i.has(e.name))
const l=f.filter(({draft:e})=>e.name.split("-").every(e=>d.includes(e)))
if(c!==""&&l.length===1&&l[0]!==undefined)i.set(l[0].draft.name,{value:c,from:`others are FROM ${a}`})}return i}function basesOf({draft:e,facts:t},n){return(t?.images??[]).flatMap(t=>{const s=(0,c.p2)(withoutTag(t))
for(const[o,[r,i,...a]]of n.names){if(o===e.name)continue
if(s===r||s===i)return[{ref:t,service:o,known:"by name"}]
if(a.includes(s))return[{ref:t,service:o,known:"by alias"}]}return[]})}var x=n(49554)
function imageFacts(e,t,n){let s
try{s=(0,c.Ai)(e,t)}catch(e){if(e instanceof d.yo)return e.problems[0]?.message??"it cannot be read"
throw e}const o=(0,c.$w)(s,{target:n.target,platform:"linux/arm64",args:n.args})
const r=o.images.some(({ref:e})=>/windows|nanoserver|servercore/i.test(e))
if(r)return"made for Windows"
const i=o.images.filter(({use:e})=>e==="FROM"||e==="COPY").map(({ref:e})=>e)
const a=portsOf(o)
const f=healthFrom(o)
return{trace:o,...a!==undefined&&{ports:a},...f!==undefined&&{health:f},images:[...new Set(i)],secrets:o.secrets,ssh:o.ssh,starts:o.final.cmd!==undefined||o.final.entrypoint!==undefined}}function portsOf({final:e}){const{ports:t,env:n,cmd:s,entrypoint:o}=e
const r=[...new Set(t.map(({value:e})=>`${e.port}${e.protocol==="udp"?"/udp":""}`))]
if(r.length>0&&r.length<=20)return{value:r,from:"EXPOSE"}
const i=[...o?.value.words??[],...s?.value.words??[]].map(e=>filled(e,n))
const a=(0,w.Cl)(i)
if(a!==undefined)return{value:[String(a)],from:"its command"}
const c=Object.entries(n).find(([e,{value:t}])=>/^(?:\w+_)?PORT$/.test(e)&&/^\d{2,5}$/.test(t))
if(c!==undefined)return{value:[c[1].value],from:`ENV ${c[0]}`}
const d=k.find(([e])=>e.test(i.join(" ")))
return d&&{value:[d[1]],from:`the usual port of ${d[2]}`}}const k=[[/\buvicorn\b|\bgunicorn\b|\bhypercorn\b|\bmanage\.py["' ]+runserver\b/,"8000","its server"],[/\bflask\b.*\brun\b/,"5000","Flask"],[/\bstreamlit\b/,"8501","Streamlit"]]
function healthFrom({final:e}){const t=e.healthcheck?.value
if(t===undefined||t.kind==="none")return undefined
const n=health_healthOf(t.words,t=>e.env[t]?.value)
return{value:n??{kind:"healthcheck"},from:"HEALTHCHECK"}}const filled=(e,t)=>e.replace(/\$\{?(\w+)(?::?-([^}]*))?\}?/g,(e,n,s)=>t[n]?.value??s??e)
function guessContext(e,t,n,s){const o=t.includes("/")?t.slice(0,t.lastIndexOf("/")):"."
const r=o==="."?["."]:o.split("/").map((e,t,n)=>n.slice(0,n.length-t).join("/")).concat(".")
const i=r.map(t=>({folder:t,missing:missingIn(t,e,n,s)}))
const a=Math.min(...i.map(({missing:e})=>e))
const c=i.filter(({missing:e})=>e===a).map(({folder:e})=>e)
const d=e.inputs.some(({sources:e})=>e.some(e=>e!=="."&&e!=="/"&&e!==""))
const f=e.inputs.length>0
const l=c.find(e=>d||!f||hasOwnFiles(e,n))??c[0]??o
const u=d?"what it copies":l===o?"where its Dockerfile is":"where files are"
return{value:l,from:u,missing:a}}function missingIn(e,t,n,s){const o=(0,c.dY)(n,e)
return o===undefined?Number.POSITIVE_INFINITY:(0,c.AL)(t,o,s(e)).problems.length}function hasOwnFiles(e,t){const n=[...(0,c.dY)(t,e)?.children?.values()??[]]
return n.some(({name:e,entry:t})=>!/dockerfile|containerfile|^\.|compose|\.sh$|^readme/i.test(e)&&t.kind!=="other")}function settle(e,t){const{name:n,dockerfile:s}=e
const{args:o,dropped:r}=argsOf(e)
const i=t.text(s)
const a=e.commands.at(-1)?.context
if(i===undefined){const t=`there is no ${s} yet`
return{draft:e,planned:t,context:{value:e.context??a??"."},args:o,notes:[],check:[]}}const d=imageFacts(i,s,{...e.target!==undefined&&{target:e.target},args:o})
if(typeof d==="string")return d
const ignoreOf=e=>{const n=`${s}.dockerignore`
const o=e==="."?".dockerignore":`${e}/.dockerignore`
const r=[n,o].find(e=>t.text(e)!==undefined)
return r===undefined?undefined:(0,c.wo)(t.text(r)??"",r)}
const f=guessContext(d.trace,s,t.tree,ignoreOf)
const l=[...new Set([...e.commands.map(({context:e})=>e),...e.context===undefined?[]:[e.context]])]
const missing=e=>missingIn(e,d.trace,t.tree,ignoreOf)
const u=Math.min(...l.map(missing))
const m=l.findLast(e=>missing(e)===u)
const p=m===undefined?{value:f.value,from:f.from}:{value:m}
const h=m===undefined?f.missing:u
const g=l.filter(e=>e!==m)
const b=t.manifests.filter(({names:t})=>t.some(t=>isNameOf(t,e)))
const v=merge_draft_portsOf(e,d)??portsOfManifests(b)
const w=healthOfDraft(e,d,v,b)
return{draft:e,facts:d,context:p,...v!==undefined&&{ports:v},...w!==undefined&&{health:w},args:o,notes:g.length>0?[`the context is ${g.join(" or ")} elsewhere; only in this one is all that is copied`]:[],check:[...h>0&&Number.isFinite(h)?[`${n}: ${h} of the things that ${s} copies are not in ${p.value}; a step before the build may make them`]:[],...e.target!==undefined&&e.commands.length===0&&/^(?:dev|develop|development|debug|test)$/i.test(e.target)?[`${n}: Compose builds its stage ${e.target}; what is shipped may be another one: see \`target\``]:[],...r.map(e=>`${n}: the build argument ${e} has no value in the file it was read from; give it one under \`args\``)]}}function argsOf({commands:e,compose:t}){const n=Object.assign({},...t.map(({build:e})=>e?.args??{}),...e.map(e=>e.args))
const s=Object.entries(n).filter(([e])=>!O.has(e))
const o=s.filter(([,e])=>!isOpen(e))
const r=s.filter(([e,t])=>isOpen(t)&&!(0,x.V8)(e,{}))
return{args:Object.fromEntries(o),dropped:r.map(([e])=>e)}}const O=new Set(["BUILD_DATE","VCS_REF","GIT_COMMIT","SOURCE_DATE_EPOCH"])
function merge_draft_portsOf({compose:e},t){const n=[...new Set(e.flatMap(({ports:e})=>e))]
const s=t.ports
if(n.length===0)return s
if(s===undefined||s.from!=="EXPOSE")return{value:n,from:"Compose"}
const o=[...n.filter(e=>s.value.includes(e)),...s.value.filter(e=>!n.includes(e))]
const r=n.filter(e=>!s.value.includes(e))
return r.length>0&&o.every(e=>!n.includes(e))?{value:r,from:"Compose"}:{value:o,from:"EXPOSE"}}function healthOfDraft({compose:e},t,n,s){const o=t.health
if(o!==undefined&&o.value.kind!=="healthcheck")return o
for(const{health:t,env:n}of e){const e=t&&health_healthOf(t.words,e=>n[e])
if(e!==undefined)return{value:e,from:"Compose's healthcheck"}}for(const{health:e,file:t}of s)if(e!==undefined)return{value:e,from:`the probe in ${t}`}
if(o!==undefined)return o
const r=n?.value.find(e=>!e.endsWith("/udp"))
return r===undefined?undefined:{value:{kind:"tcp",port:Number(r)},from:"its port: name a path if it has one"}}const isNameOf=(e,{name:t,commands:n,compose:s})=>e===t||s.some(t=>t.name===e)||n.some(t=>ownName(t)===e)
function portsOfManifests(e){const[t]=e.filter(({ports:e})=>e.length>0)
return t&&{value:[...new Set(t.ports)],from:t.file}}function needsOf(e,{compose:t}){const n=new Map(e.flatMap(({draft:e})=>e.compose.map(t=>[t,e.name])))
const s=t.flatMap(e=>e.services)
const o=new Map
const add=(e,t)=>{if(e===t.value||o.get(e)?.some(({value:e})=>e===t.value)||leadsTo(o,t.value,e))return
o.set(e,[...o.get(e)??[],t])}
for(const{services:e,file:s}of t){const named=t=>{const s=e.find(e=>e.name===t)
return s===undefined?undefined:n.get(s)??s.name}
for(const t of e){const e=n.get(t)??t.name
for(const n of t.needs){const t=named(n)
if(t!==undefined)add(e,{value:t,from:`depends_on in ${s}`})}}}for(const{draft:t,facts:n}of e)for(const[s,{value:o}]of Object.entries(n?.trace.final.env??{}))for(const n of addressesIn(o)){const o=e.find(e=>e.draft.name===n)
if(o!==undefined)add(t.name,{value:n,from:`ENV ${s}`})}for(const t of s)for(const[o,r]of Object.entries(t.env))for(const i of hostsIn(r)){const r=s.find(e=>e.name===i)
const a=r===undefined?e.find(({draft:e})=>e.name===i)?.draft.name:n.get(r)??r.name
if(a!==undefined&&speaks(t))add(n.get(t)??t.name,{value:a,from:o})}return o}const speaks=({build:e})=>e!==undefined
function hostsIn(e){const t=/^[a-z][a-z0-9_-]*$/.test(e)?[e]:[]
return[...new Set([...addressesIn(e),...t])]}function addressesIn(e){const t=[...e.matchAll(/(?:^|[/@,\s;])([a-z][a-z0-9_-]*)(?=:\d{2,5}\b)/gi),...e.matchAll(/\/\/(?:[^/@\s]*@)?([a-z][a-z0-9_-]*)(?=[/:]|$)/gi)]
return t.map(([,e=""])=>e)}function leadsTo(e,t,n,s=new Set){if(t===n)return true
if(s.has(t))return false
s.add(t)
return(e.get(t)??[]).some(({value:t})=>leadsTo(e,t,n,s))}const _=/^(.*?)((?:19|20)\d{2})(\d{2})(\d{2})(?:([-_T]?)(\d{6}|\d{4}))?(.*)$/
const j=/^(v?)\d+\.\d+(?:\.\d+)?$/
function ruleOf(e){if(e.includes(l.sha))return{kind:"immutable",rule:e===l.sha?"type=sha,prefix=":`type=sha,prefix=${e.split(l.sha)[0]??""}`}
if(e.includes(l.version))return{kind:"immutable",rule:"type=semver,pattern={{version}}"}
const t=_.exec(e)
if(t!==null||e.includes(l.date)){const[,n="",,,,s="",o="",r=""]=t??[]
const i=o===""?"":`${s}HHmm${o.length===6?"ss":""}`
const a=t===null?"YYYYMMDD-HHmmss":`YYYYMMDD${i}`
const[c="",d=""]=t===null?e.split(l.date):[n,r]
return isOpen(c)||isOpen(d)?{kind:"immutable",rule:"type=sha,prefix="}:{kind:/ss$/.test(a)?"immutable":"floating",rule:`type=raw,value=${c}{{date '${a}'}}${d}`}}const n=j.exec(e)
if(n!==null)return{kind:"immutable",rule:`type=semver,pattern=${n[1]??""}{{version}}`}
return isOpen(e)?{kind:"immutable",rule:"type=sha,prefix="}:{kind:"floating",rule:`type=raw,value=${e}`}}const rulesOf=e=>e.flatMap(({tags:e})=>e.map(({tag:e})=>ruleOf(e??"latest")))
function tagsOf(e){const t=rulesOf(e).flatMap(({kind:e,rule:t})=>e==="immutable"?[t]:[])
return[...new Set(["type=sha,prefix=",...t])]}function floatingOf(e){return[...new Set(rulesOf(e).flatMap(({kind:e,rule:t})=>e==="floating"?[t]:[]))]}function propose(e){const t=[]
const n=draftsOf(e).flatMap(n=>{const s=settle(n,e)
if(typeof s!=="string")return[s]
t.push({file:n.dockerfile,why:s})
return[]})
const s=nameImages(n,e)
const o=namesFromBases(n,s,e)
const r=n.map(e=>withName(e,o.get(e.draft.name)))
const i=nameImages(r,e)
const a=new Map(r.map(e=>[e.draft.name,basesOf(e,i)]))
const c=new Map([...a].map(([e,t])=>[e,t.map(({service:e})=>e)]))
const d=phasesOf(r,c)
const f=defaultsOf(r)
const l=needsOf(r,e)
const{externals:u,check:m}=externalsOf(e,l)
const p=new Set([...r.map(({draft:e})=>e.name),...u.map(({name:e})=>e)])
const h=new Set(r.filter(e=>e.planned!==undefined).map(({draft:e})=>e.name))
const g=r.map(e=>{const{draft:t}=e
const n=[...c].some(([e,n])=>e!==t.name&&n.includes(t.name))
const s=contextsOf(t,a.get(t.name)??[])
const o=(l.get(t.name)??[]).filter(({value:e})=>p.has(e)&&!h.has(e))
return propose_toService(e,{naming:i,phases:d,defaults:f,contexts:s,needs:o,isBase:n})})
const b=d.list.map(({id:e})=>e)
const rank=({phase:e})=>e===undefined?-1:b.indexOf(e)
const v=r.flatMap(({draft:{name:e,compose:t}})=>{const n=[...new Set(t.flatMap(e=>e.unset))]
const s=`${n.slice(0,5).join(", ")}${n.length>5?` and ${n.length-5} more`:""}`
return n.length===0?[]:[`${e}: Compose takes ${s} from whoever starts it; give what it cannot start without under \`env\``]})
return{project:e.project,registry:i.registry,...i.template!==undefined&&{image:i.template},defaults:f,phases:d.list,services:g.sort((e,t)=>rank(e)-rank(t)),externals:u,left:t,check:[...r.flatMap(e=>e.check),...m,...v]}}function withName(e,t){if(t===undefined)return e
return{...e,draft:{...e.draft,name:t.value},notes:[...e.notes,`named so because ${t.from}`]}}function phasesOf(e,t){const n=e.flatMap(({draft:e})=>{const t=e.commands.findLast(e=>e.phase!==undefined)?.phase
return t===undefined?[]:[[e.name,t]]})
if(n.length>0){const e=new Map
for(const[,{id:t,title:s}]of n)e.set(t,s??e.get(t)??`Phase ${t}`)
const t=[...e].map(([e,t])=>({id:e,title:t})).sort((e,t)=>Number(e.id)-Number(t.id))
return{list:t,of:new Map(n.map(([e,{id:t}])=>[e,t]))}}const level=(e,n)=>Math.max(0,...(t.get(e)??[]).filter(e=>!n.includes(e)).map(e=>1+level(e,[...n,e])))
const s=new Map(e.map(({draft:e})=>[e.name,level(e.name,[e.name])]))
const o=[...new Set(s.values())].sort((e,t)=>e-t)
if(o.length<2)return{list:[],of:new Map}
const r=new Set([...t.values()].flat())
const i=new Map(e.map(({draft:e})=>[e.name,r.has(e.name)?String(o.indexOf(s.get(e.name)??0)+1):String(o.length)]))
const a=o.map((e,t)=>({id:String(t+1),title:t===o.length-1?"Services":t===0?"Base images":`Base images ${t+1}`}))
return{list:a,of:i}}function defaultsOf(e){const t=mostCommon(e.flatMap(({draft:e})=>platformsOf(e)?.join(",")??[]))||"linux/arm64"
const n=e.flatMap(({draft:e})=>e.commands)
const s=mostCommon(e.filter(({draft:e})=>e.commands.length>0).map(({draft:e})=>floatingOf(counting(e)).join("\n")))
return{platforms:t.split(","),tags:tagsOf(n.filter(e=>e.pushes||n.every(({pushes:e})=>!e))),floating:s===""?[]:s.split("\n")}}function counting({commands:e}){const t=e.filter(e=>e.pushes)
return t.length>0?t:e}function platformsOf({commands:e,compose:t}){const n=[...t.map(({build:e})=>e?.platforms??[]),...e.map(e=>e.platforms)].filter(e=>e.length>0)
return n.at(-1)}function mostCommon(e){const t=new Map
for(const n of e)t.set(n,(t.get(n)??0)+1)
return[...t].sort(([,e],[,t])=>t-e)[0]?.[0]??""}function contextsOf({commands:e},t){const n=Object.assign({},...e.map(e=>e.contexts))
const s=Object.entries(n).filter(([,e])=>!isOpen(e)&&!e.startsWith("oci-layout:"))
const o=t.filter(({known:e})=>e==="by alias").map(({ref:e,service:t})=>[e,`target:${t}`])
return Object.fromEntries([...s,...o])}function propose_toService(e,{naming:t,phases:n,defaults:s,contexts:o,needs:r,isBase:i}){const{draft:a,facts:d,planned:f,context:l,ports:u,health:m,args:p,notes:h}=e
const g=a.commands.findLast(e=>e.title!==undefined)?.title
const b=n.of.get(a.name)
const v=t.own.get(a.name)
const w=platformsOf(a)??s.platforms
const $=a.commands.length===0?undefined:floatingOf(counting(a))
const y=Object.fromEntries(Object.entries(Object.assign({},...a.commands.map(e=>e.labels))).filter(([,e])=>!isOpen(e)))
const x=a.compose.length>0||!i||u!==undefined
const k=a.compose.slice(1).map(({name:e})=>e)
return{name:a.name,...g!==undefined&&{title:g},...b!==undefined&&{phase:b},...f!==undefined&&{planned:f},dockerfile:a.dockerfile,context:l,...a.target!==undefined&&{target:a.target},...v!==undefined&&{image:v},...w.join()!==s.platforms.join()&&{platforms:w},...$!==undefined&&$.join()!==s.floating.join()&&{floating:$},...a.job&&{run:"job"},...!x&&d!==undefined&&(0,c.SS)(d.trace.final)&&{run:"never"},...a.job&&a.compose[0]?.command&&{command:a.compose[0].command},...u!==undefined&&!a.job&&{ports:u},...x&&!a.job&&m!==undefined&&{health:m},needs:r,args:p,labels:y,contexts:o,secrets:[...new Set([...d?.secrets??[],...a.commands.flatMap(e=>e.secrets)])],ssh:[...new Set([...d?.ssh??[],...a.commands.flatMap(e=>e.ssh)])],env:a.compose[0]?.env??{},notes:[...h,...k.length>0?[`Compose runs it as ${k.join(", ")}, too`]:[],...i&&!x?["others are FROM it; it does not run"]:[]]}}const S=/^(?:|sh|bash|shell|zsh|console|shell-session|terminal|text)$/i
function shellBlocks(e){const t=[]
const n=[]
let s
for(const[o,r]of e.split(/\r?\n/).entries()){const e=/^\s*(`{3,}|~{3,})\s*([^\s`{]*)/.exec(r)
if(s!==undefined){if(e===null||e[2]!==""||!e[1]?.startsWith(s.fence)){s.lines.push(r)
continue}const{language:o,line:i,lines:a}=s
if(S.test(o))t.push({source:withoutPrompts(a).join("\n"),line:i,headings:n.map(e=>e.text).reverse()})
s=undefined}else if(e!==null)s={fence:e[1]??"",language:e[2]??"",line:o+2,lines:[]}
else{const e=/^(#{1,6})\s+(.*?)\s*#*$/.exec(r)
if(e===null)continue
const t=e[1]?.length??1
while((n.at(-1)?.level??0)>=t)n.pop()
n.push({level:t,text:(e[2]??"").replace(/[*_`]+/g,"").trim()})}}return t}function withoutPrompts(e){if(!e.some(e=>/^\s*\$ /.test(e)))return e
let t=false
return e.map(e=>{const n=/^\s*\$ (.*)$/.exec(e)?.[1]??(t?e.replace(/^\s*> /,""):undefined)
t=n?.endsWith("\\")??false
return n??""})}const M=new Set(("add-host allow annotation attest build-arg build-context builder cache-from cache-to call cgroup-parent cpu-period cpu-quota c cpu-shares cpuset-cpus "+"cpuset-mems f file iidfile isolation label m memory memory-swap metadata-file network no-cache-filter o output platform policy progress provenance sbom "+"secret security-opt shm-size ssh t tag target ulimit").split(" "))
const A={f:"file",t:"tag",o:"output"}
function buildCommandsOf(e,t){const n=o.posix.dirname(t)
if(!/\.(?:md|markdown|mdx|txt|rst|adoc)$/i.test(t))return gather(readCommands(e,{script:n,folder:"."}),t,0,[])
const s=shellBlocks(e).map(({source:e,line:s,headings:o})=>gather(readCommands(e,{script:n,folder:"."}),t,s-1,o))
return{commands:s.flatMap(({commands:e})=>e),unclear:s.flatMap(({unclear:e})=>e)}}function gather(e,t,n,s){const o=[]
const r=[]
for(const i of e){const e=buildArguments(i.words)
if(e===undefined)continue
const a={file:t,line:n+i.line}
const c=toCommand(e,i.folder,a,s)
if(typeof c==="string")r.push(`${t}:${a.line}: ${c}`)
else o.push(c)}return{commands:o,unclear:r}}function buildArguments(e){const t=e.findIndex(e=>/^(?:.*\/)?(?:docker|podman|nerdctl|buildx)$/.test(e))
if(t<0||e.slice(0,t).some(e=>!/^(?:sudo|time|env|exec|nice|command|-\w+|\w+=.*)$/.test(e)))return undefined
const[,...n]=e.slice(t)
while(n[0]?.startsWith("-"))n.splice(0,n[0].includes("=")?1:2)
const s=n[0]==="buildx"||n[0]==="image"||n[0]==="builder"?n[1]:n[0]
if(s!=="build"&&s!=="b")return undefined
return n.slice(s===n[0]?1:2)}function toCommand(e,t,n,s){const r=new Map
const i=[]
for(let t=0;t<e.length;t++){const n=e[t]??""
const s=/^--([a-z][\w-]*)(?:=(.*))?$/s.exec(n)
const o=/^-([a-zA-Z])(.*)$/s.exec(n)
if(s===null&&o===null){i.push(n)
continue}const a=s?.[1]??o?.[1]??""
const c=A[a]??a
const d=s?s[2]:o?.[2]?o[2].replace(/^=/,""):undefined
const f=d??(M.has(a)?e[++t]??"":"true")
r.set(c,[...r.get(c)??[],f])}const all=e=>r.get(e)??[]
const a=i[0]
if(a===undefined)return"a build without a context is left out"
if(a==="-"||/^(?:https?|git|ssh):\/\/|^git@/.test(a))return"a build from elsewhere than this repository is left out"
const c=build_commands_inRepository(a,t)
const d=all("file").at(-1)
const f=d===undefined?c&&o.posix.join(c,"Dockerfile"):build_commands_inRepository(d,t)
if(c===undefined||f===undefined)return`which ${c===undefined?"context":"Dockerfile"} this builds is only known when it runs; it is left out`
const l=all("target").at(-1)
const u=all("tag").filter(e=>e!=="").map(splitTag)
const m=titleFrom(s,u.map(({image:e})=>e.split("/").at(-1)??""))
const p=phaseFrom(s)
return{at:n,dockerfile:f,context:c,tags:u,args:pairs(all("build-arg")),labels:pairs(all("label")),contexts:pairs(all("build-context")),secrets:all("secret").flatMap(e=>/(?:^|,)id=([^,]+)/.exec(e)?.[1]??[]),ssh:all("ssh").map(e=>e.split("=",1)[0]??"default"),platforms:all("platform").flatMap(e=>e.split(",")).filter(e=>e!==""&&!isOpen(e)),...l!==undefined&&!isOpen(l)&&{target:l},pushes:all("push").some(e=>e==="true")||all("output").some(e=>/type=registry|push=true/.test(e)),...m!==undefined&&{title:m},...p!==undefined&&{phase:p}}}function build_commands_inRepository(e,t){if(isOpen(e)||e.startsWith("~"))return undefined
if(e.startsWith("/"))return undefined
const n=e===t?e:o.posix.normalize(o.posix.join(t,e))
const s=n.replace(/\/$/,"")||"."
return s.startsWith("..")?undefined:s}function splitTag(e){const t=/^(.*?)(?::([^:/]*))?$/s.exec(e.replace(/@sha256:.*$/,""))
return{image:t?.[1]??e,...t?.[2]&&{tag:t[2]}}}function pairs(e){return Object.fromEntries(e.flatMap(e=>{const t=e.indexOf("=")
return t<1?[]:[[e.slice(0,t),e.slice(t+1)]]}))}function titleFrom(e,t){for(const n of e.slice(0,2)){const e=n.split(/[^\p{L}\p{N}-]+/u).filter(Boolean)
for(let n=0;n<e.length;n++)for(let s=e.length;s>n;s--){const o=e.slice(n,s)
const r=kebab(o.join(" "))
const i=r.length>3&&t.some(e=>e===r||e.endsWith(`-${r}`))
if(i&&o.some(e=>/\p{Lu}/u.test(e)))return o.join(" ")}}return undefined}function phaseFrom(e){for(const t of e){const e=/\bphase\s+(\d{1,3})\b\s*[:.\u2013-]*\s*(.*)$/i.exec(t)
if(e?.[1]===undefined)continue
const n=(e[2]??"").replace(/\(.*$/,"").split(/\b(?:docker|container|image|build|completion|summary|command|step)s?\b/i)[0]??""
const s=n.replace(/[\s:\u2013-]+$/,"").trim()
return{id:e[1],...s!==""&&{title:s}}}return undefined}var C=n(48161)
async function composeOf(e,{root:t,text:n,hidden:s,world:r}){const i=`${o.posix.dirname(e)}/.env`.replace(/^\.\//,"")
const a=s(i)?undefined:n(i)
const c=readEnvFile(a??"")
const d=readCompose(n(e)??"",e,e=>c.get(e))
const f=["compose","--env-file",a===undefined?C.devNull:o.join(t,i),"-f",o.join(t,e)]
const l=[...f,"config","--format","json"]
const u=Object.fromEntries(variablesIn(n(e)??"").filter(e=>!c.has(e)).map(e=>[e,""]))
const m=await r.docker(l,{signal:r.signal,env:u}).catch(()=>undefined)
const p=m?.exitCode===0?readConfig(parsed(m.stdout),t):undefined
if(p===undefined)return d===undefined?{note:`${e}: it cannot be read as a Compose file`}:{reading:{file:e,services:d}}
const h=p.map(e=>withOwnEnv(e,d?.find(({name:t})=>t===e.name)))
return{reading:{file:e,services:h}}}function withOwnEnv(e,t){const n=t?.env??{}
const s=[...t?.unset??[],...Object.keys(e.env).filter(e=>!(e in n))]
return{...e,env:n,unset:[...new Set(s)]}}const variablesIn=e=>[...new Set([...e.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([,e=""])=>e))]
function parsed(e){try{return JSON.parse(e)}catch{return undefined}}const E=/^(?:dockerfile|containerfile)(?:[._-][^/]+)?$|\.(?:dockerfile|containerfile)$/i
const I=/\.(?:dockerignore|md|txt|bak|orig|sh|py|js|ts|go|json|ya?ml|patch|diff)$/i
const N=/\.(?:j2|jinja2?|tmpl|tpl|template|in|erb|mustache|gotmpl)$/i
const R=["compose.yaml","compose.yml","docker-compose.yaml","docker-compose.yml"]
const W=/(?:^|\/)(?:node_modules|vendor|third_party|third-party|\.venv|venv|site-packages|\.git)\//
const T=/(?:^|\/)(?:tests?|testdata|test-data|__tests__|fixtures?|e2e|\.devcontainer|devcontainer|\.github|\.gitpod|\.circleci|\.gitlab|examples?|samples?|templates?|snippets|bench(?:marks?)?|docs?|genproto|codegen|protoc?)\//i
const D=/^(?:dev|devel|develop|development|debug|test|tests|testing|local|ci|lint|e2e|cypress|playwright|storybook|windows.*|nano.*|alpine|genproto|base-dev|.*[._-](?:dev|debug|test|tests|local|windows))$/i
function findFiles(e){const t=[]
const n=e.filter(e=>!W.test(e)).sort()
const s=[]
for(const e of n.filter(isDockerfile)){const n=reasonToLeave(e)
if(n===undefined)s.push(e)
else t.push({file:e,why:n})}const o=n.filter(e=>/\.ya?ml$/.test(e)&&!T.test(e)).slice(0,z)
return{dockerfiles:s,compose:find_files_composeOf(n),manifests:o,left:t}}const z=2e3
function isDockerfile(e){const t=e.slice(e.lastIndexOf("/")+1)
return E.test(t)&&!I.test(t)}function reasonToLeave(e){if(N.test(e))return"a template that a Dockerfile is made from"
const t=T.exec(e)?.[0].replaceAll("/","")
if(t!==undefined)return`in a folder ${t}, which is seldom shipped`
const n=variantOf(e)
if(n!==undefined&&D.test(n))return`${n} is a make for developers or another system`
return undefined}function find_files_composeOf(e){const t=e.flatMap(e=>{const t=e.slice(0,e.lastIndexOf("/")+1)
const n=e.slice(t.length)
const s=R.indexOf(n)
const o=/^(?:docker-)?compose[._-](.+)\.ya?ml$/.exec(n)?.[1]
if(T.test(e)||s<0&&(o===undefined||F.test(o)))return[]
return[{path:e,folder:t,depth:e.split("/").length,rank:s<0?R.length:s}]})
return t.sort((e,t)=>e.depth-t.depth||compare(e.folder,t.folder)||e.rank-t.rank||compare(e.path,t.path)).map(({path:e})=>e)}const F=/(?:^|[._-])(?:dev|devel|develop|development|debug|tests?|testing|local|ci|override|e2e|build|images?)(?:[._-]|$)/i
const compare=(e,t)=>e<t?-1:e>t?1:0
const L=/^kind:\s*["']?(?:Deployment|StatefulSet|DaemonSet|Pod)\b/m
function readManifest(e,t){if(!L.test(e)||e.includes("{{"))return[]
const n=(0,u.hR)(e,{logLevel:"silent",uniqueKeys:false})
if(!Array.isArray(n))return[]
return n.flatMap(e=>{if(e.errors.length>0)return[]
const n=kubernetes_object(e.toJS({maxAliasCount:100}))
const s=kubernetes_object(n?.spec)
const o=kubernetes_object(kubernetes_object(s?.template)?.spec)??s
const r=kubernetes_object(n?.metadata)?.name
return kubernetes_list(o?.containers).flatMap(e=>toContainer(kubernetes_object(e),r,t))})}function toContainer(e,t,n){if(e===undefined)return[]
const s=String(e.image??"").replace(/@.*$/,"").replace(/:[^/:]*$/,"").split("/").at(-1)
const o=new Map
const r=kubernetes_list(e.ports).flatMap(e=>{const t=kubernetes_object(e)
const n=Number(t?.containerPort)
if(!(n>0))return[]
if(typeof t?.name==="string")o.set(t.name,n)
return[`${n}${t?.protocol==="UDP"?"/udp":""}`]})
const i=probeOf(e.readinessProbe,o)??probeOf(e.livenessProbe,o)
const a=[s,t,e.name].filter(e=>typeof e==="string"&&e!=="")
return[{file:n,names:a,ports:r,...i!==undefined&&{health:i}}]}function probeOf(e,t){const n=kubernetes_object(e)
const numberOf=e=>typeof e==="string"?t.get(e)??Number(e):Number(e)
const s=kubernetes_object(n?.httpGet)
if(s!==undefined&&s.scheme!=="HTTPS"&&numberOf(s.port)>0)return{kind:"path",path:typeof s.path==="string"?s.path:"/",port:numberOf(s.port)}
for(const e of["grpc","tcpSocket"]){const t=numberOf(kubernetes_object(n?.[e])?.port)
if(t>0)return{kind:e==="grpc"?"grpc":"tcp",port:t}}return undefined}const kubernetes_object=e=>typeof e==="object"&&e!==null&&!Array.isArray(e)?e:undefined
const kubernetes_list=e=>Array.isArray(e)?e:[]
const P="https://raw.githubusercontent.com/lucid/build-action/v1/schema/catalog.v1.json"
const B=` yaml-language-server: $schema=${P}\n\n The service catalog: which images this repository ships, what each one is built from, and how to tell that it works.\n Proposed by \`lucid init\`. What stands behind "guessed" is worth a look; take the words away once it is right.\n Every key: https://github.com/lucid/build-action/blob/v1/docs/catalog.md`
function catalogText(e){const t=new u.yo(undefined,{version:"1.2"})
const n=new u.CA
t.contents=n
t.commentBefore=B
const put=(e,t,s)=>{if(t===undefined)return
const o=new u.X5(e)
if(s!==undefined){o.commentBefore=` ${s}`
o.spaceBefore=true}n.add({key:o,value:t})}
put("version",new u.X5(1))
put("project",scalar(e.project))
put("registry",commented(scalar(e.registry.value),e.registry.from===""?undefined:`guessed from ${e.registry.from}`))
put("image",e.image===undefined?undefined:scalar(e.image))
put("defaults",defaults(e),"Holds for every service; a phase or a service may set any of it again.")
if(e.phases.length>0)put("phases",block(e.phases.map(({id:e,title:t})=>[e,flow({title:t})])),e.services.some(({planned:e})=>e!==undefined)?"In the order of the plan.":"In the order they are built.")
put("services",block(e.services.map(t=>[t.name,service(t,e),t.notes.map(e=>` ${e}`).join("\n")])),"What is built here.")
if(e.externals.length>0)put("externals",block(e.externals.map(e=>[e.name,external(e)])),"What they need when they run, and is not built here.")
return t.toString({lineWidth:0,flowCollectionPadding:true})}function defaults({defaults:{platforms:e,tags:t,floating:n},services:s}){const o=block([["platforms",catalog_text_list(e)],["tags",t.length===1?undefined:blockList(t)," Written once, never moved."],["floating",n.length===0?undefined:blockList(n)," Moved to a new image only after it was started and its health was good."]])
o.add({key:noted("ttl"," The nightly builds each image anew once in this time, whatever has changed: what a RUN fetches has no version here."),value:scalar("7d")})
if(s.some(({health:e})=>e!==undefined))o.add({key:noted("policy"," A service that needs more than a read-only root and no capabilities passes with a warning.\n Take this line out when there is none left."),value:flow({hardening:"advisory"})})
return o}function service(e,{phases:t}){const n=e.context.value==="."?"":`${e.context.value}/`
const s=e.dockerfile===`${n}Dockerfile`||e.dockerfile===`${n}dockerfile`
const o=e.ports===undefined||e.ports.from==="EXPOSE"
return block([["phase",t.length>0&&e.phase!==undefined?scalar(e.phase):undefined],["title",e.title===undefined?undefined:scalar(e.title)],["planned",e.planned===undefined?undefined:commented(new u.X5(true),e.planned)],["dockerfile",s?undefined:scalar(e.dockerfile)],["context",commented(scalar(e.context.value),guessed(e.context.from))],["target",e.target===undefined?undefined:scalar(e.target)],["image",e.image===undefined?undefined:scalar(e.image)],["platforms",e.platforms===undefined?undefined:catalog_text_list(e.platforms)],["floating",e.floating===undefined||e.floating.length===0?undefined:blockList(e.floating)],["run",e.run===undefined?undefined:commented(scalar(e.run),H[e.run])],["command",e.command===undefined?undefined:catalog_text_list(e.command)],["ports",e.ports===undefined?undefined:commented(catalog_text_list(e.ports.value),guessed(e.ports.from))],["health",e.health===undefined?undefined:commented(health(e.health.value,e.ports?.value),guessed(e.health.from))],["needs",e.needs.length===0?undefined:commented(catalog_text_list(e.needs.map(({value:e})=>e)),guessed([...new Set(e.needs.map(({from:e})=>e))].join(", ")))],["args",strings(e.args)],["labels",strings(e.labels)],["contexts",strings(e.contexts)],["secrets",e.secrets.length===0?undefined:secrets(e.secrets)],["ssh",e.ssh.length===0?undefined:catalog_text_list(e.ssh)],["env",strings(e.env)],["verify",o?undefined:commented(flow({checks:{port:"warning"}}),"the Dockerfile does not EXPOSE it")]])}const H={job:"others wait in Compose until it has ended",never:"others are FROM it, and it has a command"}
function external(e){return block([["image",scalar(e.image)],["run",e.run===undefined?undefined:scalar(e.run)],["command",e.command===undefined?undefined:catalog_text_list(e.command)],["env",strings(e.env)],["ports",e.ports.length===0?undefined:catalog_text_list(e.ports)],["health",e.health===undefined?undefined:commented(health(e.health.value,e.ports),guessed(e.health.from))],["needs",e.needs.length===0?undefined:catalog_text_list(e.needs)]])}function health(e,t=[]){switch(e.kind){case"path":{const n=t.find(e=>!e.endsWith("/udp"))
return n===String(e.port)?scalar(e.path):flow({path:e.path,port:e.port})}case"healthcheck":return flow({healthcheck:true})
default:return flow({[e.kind]:e.port})}}const secretVariable=e=>/^[A-Za-z_]\w*$/.test(e)?e:e.replace(/\W/g,"_").toUpperCase()
function secrets(e){const t=new u.Rw
t.flow=true
for(const n of e)t.add(secretVariable(n)===n?scalar(n):flow({id:n,env:secretVariable(n)}))
return t}function block(e){const t=new u.CA
for(const[n,s,o]of e)if(s!==undefined)t.add({key:noted(n,o),value:s})
return t}function noted(e,t){const n=scalar(e)
if(t)n.commentBefore=t
return n}const scalar=e=>new u.X5(e)
function flow(e){const t=new u.yo(e).contents
t.flow=true
for(const{value:e}of t.items)if(e instanceof u.CA||e instanceof u.Rw)e.flow=true
return t}function catalog_text_list(e){const t=new u.Rw
t.flow=true
for(const n of e)t.add(/^[1-9]\d{1,4}$/.test(n)?new u.X5(Number(n)):scalar(n))
return t}function blockList(e){const t=new u.Rw
for(const n of e)t.add(scalar(n))
return t}function strings(e){const t=Object.entries(e)
if(t.length===0)return undefined
const n=block(t.map(([e,t])=>[e,scalar(t)]))
n.flow=t.length<=2&&t.every(([,e])=>e.length<40&&!e.includes("\n"))
return n}function commented(e,t){if(t!==undefined)e.comment=` ${t.replace(/\s+/g," ")}`
return e}const guessed=e=>e===undefined?undefined:`guessed from ${e}`
function summaryOf(e,t,n){return{kind:"lucid.init",version:1,files:t,services:e.services.map(summary_toService),externals:e.externals.map(({name:e})=>e),left:e.left,check:[...n,...checks(e),...e.check]}}function summary_toService({name:e,dockerfile:t,context:n,planned:s,ports:o,health:r,needs:i,phase:a}){const c={}
if(n.from!==undefined)c.context=n.from
if(o!==undefined)c.ports=o.from
if(r!==undefined)c.health=r.from
if(i.length>0)c.needs=[...new Set(i.map(({from:e})=>e))].join(", ")
return{name:e,dockerfile:t,context:n.value,planned:s!==undefined,ports:o?.value??[],...r!==undefined&&{health:healthWords(r.value)},needs:i.map(({value:e})=>e),...a!==undefined&&{phase:a},guesses:c}}function checks({registry:e,services:t}){const names=e=>e.map(({name:e})=>e).join(", ")
const n=t.filter(({health:e})=>e?.from.startsWith("its port"))
const s=t.filter(({health:e,planned:t,notes:n})=>e===undefined&&t===undefined&&n.every(e=>!e.includes("does not run")))
return[...e.from===""?[]:[`registry: ${e.value} is guessed from ${e.from}`],...n.length>0?[`health: only that something listens is known of ${names(n)}; name a path where there is one`]:[],...s.length>0?[`health: nothing is known of ${names(s)}; they only have to stay up`]:[]]}function pushWorkflow(e){return`# Pushes and pull requests: what changed is built for its platforms, started, probed and published. https://github.com/lucid/build-action\n# The check to require is \`images / gate\`.\nname: images\non:\n  push: { branches: [${e.branch}] }\n  pull_request:\n  merge_group:\npermissions: {}\njobs:\n  images:\n    name: images\n    permissions:\n      contents: read\n      packages: write # pushes to ghcr.io\n      pull-requests: write # the one comment\n    uses: lucid/build-action/.github/workflows/build.yml@v1\n${inputs(e)}`}function nightlyWorkflow(e){return`# Each night: what stands on a base image that moved, or outlived the catalog's \`ttl\`, is rebuilt, tried and published.\nname: nightly\non:\n  schedule:\n    - cron: "17 3 * * *"\n  workflow_dispatch:\npermissions: {}\njobs:\n  images:\n    name: images\n    permissions:\n      contents: read\n      packages: write # pushes to ghcr.io\n      pull-requests: write # as the same jobs do by day\n      issues: write # the one issue of nights that fail\n    uses: lucid/build-action/.github/workflows/nightly.yml@v1\n${inputs(e)}`}function inputs({catalog:e,registry:t,secrets:n=[],ssh:s=false}){const o=t.split("/",1)[0]??t
const r=[...e==="lucid.yml"?[]:[`catalog: ${JSON.stringify(e)}`],...o==="ghcr.io"?[]:[`login: ${o}`],...n.length===0?[]:[`build-secret-names: ${n.join(",")}`]]
const i=["registry-username: ${{ secrets.REGISTRY_USERNAME }}","registry-password: ${{ secrets.REGISTRY_PASSWORD }}"]
const a=n.map(e=>`  ${e}=${"${{"} secrets.${e.toUpperCase()} }}`)
const c=[...o==="ghcr.io"?[]:i,...a.length===0?[]:["build-secrets: |",...a],...s?["ssh-keys: ${{ secrets.SSH_PRIVATE_KEY }}"]:[]]
return workflows_block("with",r)+workflows_block("secrets",c)}const workflows_block=(e,t)=>t.length===0?"":`    ${e}:\n${t.map(e=>`      ${e}\n`).join("")}`
async function init(e,t){const n=o.resolve(t.cwd,e.catalog)
const s=o.dirname(n)
const d=(0,r.Vp)(s)
if(!e.dryRun&&await isThere(n))throw alreadyThere(e.catalog)
const l=(0,f.O)(s,t)
const[u,m,p,h,g]=await Promise.all([(0,i.Z)(s,l),l(["ls-files","--others","--ignored","--exclude-standard","--directory","-z"]),l(["remote","get-url","origin"]),l(["rev-parse","--show-prefix"]),l(["symbolic-ref","--short","refs/remotes/origin/HEAD"])])
const b=new Set(m?.split("\0").filter(Boolean))
const isHidden=e=>b.has(e)||e.split("/").some((e,t,n)=>b.has(`${n.slice(0,t+1).join("/")}/`))
const v=u.entries.filter(({kind:e})=>e==="file").map(e=>e.path).filter(e=>!isHidden(e))
const w=findFiles(v)
const{commands:$,unclear:y}=await importAll(e.from,s,t.cwd,d.text)
const x=await Promise.all(w.compose.map(e=>composeOf(e,{root:s,text:d.text,hidden:isHidden,world:t})))
const k=propose({project:projectName(p,s),...homeOf(p),tree:(0,c.Gc)(u.entries),dockerfiles:w.dockerfiles,compose:x.flatMap(({reading:e})=>e??[]),commands:$,manifests:w.manifests.flatMap(e=>readManifest(d.text(e)??"",e)),text:d.text})
const O=[...w.left,...k.left]
if(k.services.length===0)throw nothingFound(O,s)
const _=catalogText(k);(0,a.a)({file:o.basename(n),text:_,root:s,host:(0,r.DR)(s)})
const j=h?.trim()??""
const S={catalog:`${j}${o.basename(n)}`,registry:k.registry.value,branch:g?.trim().replace(/^origin\//,"")||"main",secrets:[...new Set(k.services.flatMap(({secrets:e})=>e.map(secretVariable)))],ssh:k.services.some(({ssh:e})=>e.length>0)}
const M=o.join(s,o.relative(j||".","."),".github/workflows")
const A=[[n,_],[o.join(M,"images.yml"),pushWorkflow(S)],[o.join(M,"images-nightly.yml"),nightlyWorkflow(S)]]
const C=[]
for(const[n,s]of A)C.push(await place(n,s,e,t.cwd))
return summaryOf({...k,left:O},C,[...y,...x.flatMap(({note:e})=>e??[])])}async function place(e,t,{dryRun:n},r){const i=o.relative(r,e)
if(n)return{path:i,state:"shown",text:t}
await(0,s.mkdir)(o.dirname(e),{recursive:true})
try{await(0,s.writeFile)(e,t,{flag:"wx"})
return{path:i,state:"written"}}catch(e){if(e.code!=="EEXIST")throw e
return{path:i,state:"kept"}}}const isThere=e=>(0,s.lstat)(e).then(()=>true,()=>false)
async function importAll(e,t,n,s){const r=[]
const i=[]
for(const a of e){const e=o.relative(t,o.resolve(n,a))
const c=e.startsWith("..")?await readOutside(o.resolve(n,a)):s(e)
if(c===undefined)throw new d.yo({code:"init/from",message:`${a} cannot be read`,fix:"name a Markdown file or a shell script that holds docker build commands"})
const f=e.startsWith("..")?o.basename(a):e
const l=buildCommandsOf(c,f)
if(l.commands.length+l.unclear.length===0)i.push(`${a}: there is no docker build command in it`)
r.push(...l.commands)
i.push(...l.unclear)}return{commands:r,unclear:i}}const readOutside=e=>(0,s.readFile)(e,"utf8").catch(()=>undefined)
function projectName(e,t){const n=e?.trim().replace(/\.git$|\/$/g,"").split(/[/:]/).at(-1)
return kebab(n??"")||kebab(o.basename(t))||"project"}function homeOf(e){const t=/github\.com[/:]([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(e?.trim()??"")
return t===null?{}:{home:`ghcr.io/${t[1]}/${t[2]}`.toLowerCase()}}const alreadyThere=e=>new d.yo({code:"init/exists",message:`${e} is there already`,why:"init writes new files, and never over one that is there",fix:"move it away, write to another one with --catalog, or see with --dry-run what would be proposed"})
function nothingFound(e,t){const n=e.length>0?`left out: ${e.slice(0,5).map(({file:e,why:t})=>`${e} (${t})`).join(", ")}`:undefined
return new d.yo({code:"init/nothing",message:`there is nothing to build in ${t}: no Dockerfile, no Compose file that builds`,...n!==undefined&&{why:n},fix:"run it at the root of the repository, or import the commands of a file with --from"})}})}
