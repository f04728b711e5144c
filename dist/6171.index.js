export const id=6171
export const ids=[6171]
export const modules={34055:((e,t,n)=>{n.d(t,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var r=n(73024)
var s=n(51455)
var o=n(76760)
var i=n(16496)
var a=n(96273)
function dockerWith(e){return(t,n)=>e(["docker",...t],n)}var c=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var u=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
function dockerWithDirectPlugins(e){const t=dockerWith(e)
return async(n,r)=>{const[s=""]=n
const o=await findPlugin(s,{...process.env,...r?.env})
if(o===undefined)return t(n,r)
return e([o,...n],{...r,env:{...r?.env,...d}})}}const d={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,t){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const n=await firstOf((t.PATH??"").split(o.delimiter),"docker")
if(n===undefined||await isScript(n))return undefined
const r=o.join((0,a.vg)(t),"cli-plugins")
return firstOf([r,...await extraFolders(t),...f],`docker-${e}`)}const f=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,t){for(const n of e){const e=o.join(n,t)
const i=await(0,s.access)(e,r.constants.X_OK).then(()=>true,()=>false)
if(n!==""&&i)return e}return undefined}async function isScript(e){try{const t={stack:[],error:void 0,hasError:false}
try{const n=c(t,await(0,s.open)(e),true)
const{buffer:r}=await n.read(Buffer.alloc(2),0,2,0)
return r.toString("latin1")==="#!"}catch(e){t.error=e
t.hasError=true}finally{const e=u(t)
if(e)await e}}catch{return true}}async function extraFolders(e){const t=await(0,a.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(t)?t.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,t,n,r){const s=await findPlugin(t,n)
if(s===undefined)return undefined
try{const{stdout:t}=await e([s,"docker-cli-plugin-metadata"],{signal:r})
return(0,i.E3)((0,i.Ag)((0,i.qF)(t))?.Version)}catch{return undefined}}}),44853:((e,t,n)=>{n.d(t,{C:()=>tailOf,m:()=>exec})
var r=n(31421)
var s=n(48161)
var o=n(80481)
const exec=(e,t={})=>new Promise((n,i)=>{const[a,...c]=e
const{signal:u,graceMs:d=1e4,onLine:f}=t
if(u?.aborted){n({exitCode:130,stdout:"",stderr:""})
return}const l=(0,r.spawn)(a,c,{cwd:t.cwd,env:{...process.env,...t.env},stdio:[t.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const n=l[e]
if(!n)continue
if(!t.discard)n.on("data",n=>append(p[e],n,t.tailBytes))
if(f)(0,o.createInterface)({input:n,crlfDelay:Number.POSITIVE_INFINITY}).on("line",t=>f(t,e))
else if(t.discard)n.resume()}l.stdin?.on("error",()=>{})
l.stdin?.end(t.input)
let h
const stop=()=>{l.kill("SIGINT")
h=setTimeout(()=>{l.kill("SIGKILL")
l.stdout?.destroy()
l.stderr?.destroy()},d)}
u?.addEventListener("abort",stop,{once:true})
const cleanUp=()=>{clearTimeout(h)
u?.removeEventListener("abort",stop)}
l.on("error",e=>{cleanUp()
i(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
l.on("close",(e,t)=>{cleanUp()
n({exitCode:e??128+s.constants.signals[t??"SIGKILL"],stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function tailOf(e){let t=""
e.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
return()=>t}function append(e,t,n){e.push(t)
if(n===undefined)return
let r=e.reduce((e,{length:t})=>e+t,-n)
while(e[0]!==undefined&&r>=e[0].length)r-=e.shift()?.length??0}}),84251:((e,t,n)=>{n.r(t)
n.d(t,{setupPost:()=>setupPost})
var r=n(51455)
var s=n(96251)
var o=n(16496)
var i=n(75019)
var a=n(48403)
var c=n(97523)
var u=n(99181)
var d=n(86310)
var f=n(36113)
var l=n(81438)
var p=undefined&&undefined.__addDisposableResource||function(e,t,n){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var r,s
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
r=t[Symbol.asyncDispose]}if(r===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
r=t[Symbol.dispose]
if(n)s=r}if(typeof r!=="function")throw new TypeError("Object not disposable.")
if(s)r=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:r,async:n})}else if(n){e.stack.push({async:true})}return t}
var h=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(n){t.error=t.hasError?new e(n,t.error,"An error was suppressed during disposal."):n
t.hasError=true}var n,r=0
function next(){while(n=t.stack.pop()){try{if(!n.async&&r===1)return r=0,t.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return r|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else r|=1}catch(e){fail(e)}}if(r===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,n){var r=new Error(n)
return r.name="SuppressedError",r.error=e,r.suppressed=t,r})
async function setupPost(){const e=(0,s.Gu)(i.c9)
const t=(0,s.Gu)(d.xm)
const n=(0,s.Gu)(u.b6)
const r=(0,o.qF)((0,s.Gu)(f.te))
const c=await(0,a.Df)(async()=>{const s=[await removeSmokeLeftovers(),t===""?undefined:await(0,d.iq)(t),e===""?undefined:await(0,i.Qp)(e),n===""?undefined:await(0,u.oG)(n)]
for(const e of Array.isArray(r)?r.filter(f.NZ):[])await cacheImage(e)
return s.filter(e=>e!==undefined)})
console.log(c.length>0?c.join(", "):"nothing to clean up")}async function cacheImage({folder:e,prefix:t}){const n=await(0,a.gX)("writing to the cache",()=>(0,l.mm)(e,t),e=>e===undefined?`${t} saved to the cache`:undefined)
if(n!==undefined)(0,a.lZ)(()=>(0,s.$e)(`${t} could not be saved to the cache: ${n}`))
await(0,r.rm)(e,{recursive:true,force:true})}async function removeSmokeLeftovers(){const{signal:e}=new AbortController
try{const t={stack:[],error:void 0,hasError:false}
try{const[{connectEngine:r},{removeLeftovers:s}]=await Promise.all([n.e(2964).then(n.bind(n,92964)),Promise.all([n.e(2311),n.e(5119)]).then(n.bind(n,5119))])
const o=p(t,await r(c.vK,{},{env:process.env,signal:e}),true)
const i=await s(o.api)
return i.length===0?undefined:`removed containers of killed runs: ${i.join(", ")}`}catch(e){t.error=e
t.hasError=true}finally{const e=h(t)
if(e)await e}}catch{return undefined}}}),99181:((e,t,n)=>{n.d(t,{Ct:()=>parseSshKeys,b6:()=>f,cB:()=>startSshAgent,oG:()=>stopSshAgent})
var r=n(51455)
var s=n(48161)
var o=n(76760)
var i=n(96251)
var a=n(44853)
var c=n(85465)
var u=n(16496)
var d=n(48403)
const f="ssh-agent"
function parseSshKeys(e){const t=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const n=e.match(t)??[]
if(n.length>0&&e.replace(t,"").trim()==="")return n
throw new c.yo({code:"options/ssh-keys",message:n.length===0?"ssh-keys contains no private key":"ssh-keys contains other text than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line breaks; put several keys below each other"})}async function startSshAgent(e){const t=await(0,r.mkdtemp)((0,o.join)((0,s.tmpdir)(),"lucid-agent-"))
const n=(0,o.join)(t,"agent")
const{exitCode:u,stdout:l,stderr:p}=await(0,a.m)(["ssh-agent","-s","-a",n]).catch(async e=>{await(0,r.rm)(t,{recursive:true,force:true})
throw notStarted(e.message,e)})
const h=Number(/SSH_AGENT_PID=(\d+)/.exec(l)?.[1])
if(u!==0||!(h>1)){await(0,r.rm)(t,{recursive:true,force:true})
throw notStarted(p.trim())}(0,d.lZ)(()=>(0,i.LZ)(f,JSON.stringify({pid:h,folder:t})))
process.env.SSH_AUTH_SOCK=n
const m=await Promise.all(e.map((t,n)=>addKey(t,`${n+1} of ${e.length}`)))
const y=m.filter(e=>e!==undefined)
if(y.length>0)throw new c.yo(y)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,t){const n=`${e.replaceAll("\r\n","\n")}\n`
const r={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:s,stderr:o}=await(0,a.m)(["ssh-add","-q","-"],{input:n,env:r})
if(s===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${t}`,why:o.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,t){const n={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or remove ssh-keys"}
return new c.yo(n,{cause:t})}async function stopSshAgent(e){const{pid:t,folder:n}=(0,u.Ag)((0,u.qF)(e))??{}
if(typeof t!=="number"||typeof n!=="string")return"SSH agent not ended: its state is unreadable"
try{process.kill(t)}catch{}await(0,r.rm)(n,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),65538:((e,t,n)=>{n.d(t,{HH:()=>failedChecks,ZA:()=>formatFailedCheck,iQ:()=>plannedOrBuiltDigest,uI:()=>s,uJ:()=>withVerification})
var r=n(39893)
function failedChecks(e){return e.filter(({ok:e,level:t})=>!e&&t!=="warning")}const formatFailedCheck=({name:e,expected:t,actual:n})=>`${e}: expected ${t}, found ${n}`
function plannedOrBuiltDigest({images:e},t,n,r){const isIt=e=>e.service===n&&e.platform===r
const s=t?.images.find(isIt)?.digest
const o=e.find(isIt)?.decision
return s??(o?.kind==="unchanged"?o.digest:undefined)}const s={...{skipped:0,healthy:1,"not tried":2,unknown:3,unhealthy:4}}
function withVerification(e,{images:t}){const n=new Map(t.map(e=>[`${e.service} ${e.platform} ${e.digest}`,e]))
return{...e,images:e.images.map(e=>{const t=e.digest===undefined?undefined:n.get(`${e.service} ${e.platform} ${e.digest}`)
if(t===undefined)return e
const{checks:s,unchecked:o,packages:i}=t
return{...e,checks:s,unchecked:o,...(0,r.s)({packages:i})}})}}}),57107:((e,t,n)=>{n.d(t,{Hs:()=>formatCommit,eG:()=>formatEstimate,pL:()=>holdText,rK:()=>remarkTexts})
var r=n(65421)
const remarkTexts=({remarks:e=[]})=>e.map(({severity:e,message:t,why:n,fix:r})=>`${e}: ${[t,n,r].filter(Boolean).join("; ")}`)
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function formatCommit({revision:e,event:t}){const n=e.slice(0,12)
const r=t.kind==="pull_request"?t.headRevision:undefined
return r===undefined||r===e?n:`${n}, the merge of ${r.slice(0,12)}`}const s={times:"by earlier build times",sizes:"by image sizes",guess:"estimated: no build times are known yet"}
function formatEstimate({matrix:e,jobEach:t,by:n}){const o=t.jobs-e.jobs
const i=insteadOf((0,r.LS)(e.jobs,"job"),e.jobs,t.jobs)
const a=insteadOf(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(t.wallSeconds))
const c=insteadOf((0,r.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,t.billedMinutes)
return`on GitHub ${i}${o>0?` (${o} saved)`:""}: ${a}, ${c}, ${s[n]}`}const insteadOf=(e,t,n)=>t===n?e:`${e} instead of ${n}`
const minutes=e=>Math.ceil(e/60)}),85465:((e,t,n)=>{n.d(t,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:t,column:n}){return[e,t,n].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:t,why:n,fix:r,code:s}){const o=e===undefined?"":`${formatLocation(e)}: `
const i=[n,r&&`fix: ${r}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${o}${t} [${s}]${i.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,t){const n=Array.isArray(e)?e:[e]
super(n.map(formatProblem).join("\n"),t)
this.problems=n}}}),65421:((e,t,n)=>{n.d(t,{LS:()=>plural,VK:()=>shortDigest,Xq:()=>formatSize,a3:()=>formatDuration,vm:()=>formatSizeChange})
function formatDuration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const t=Math.round(e/1e3)
if(t<60)return`${t} s`
return`${Math.floor(t/60)} min ${t%60} s`}function formatSize(e){const t=["B","kB","MB","GB","TB"]
let n=e
let r=0
while(n>=999.5&&r<t.length-1){n/=1e3
r+=1}return`${n>=100||r===0?Math.round(n):n.toFixed(1)} ${t[r]}`}function formatSizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${formatSize(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,t,n=`${t}s`){return`${e} ${e===1?t:n}`}}),16496:((e,t,n)=>{n.d(t,{Ag:()=>readObject,E3:()=>readString,LD:()=>readList,Nc:()=>readStrings,gf:()=>parseAs,lA:()=>fits,qF:()=>parseJson})
function fits(e,t,n){const{error:r}=e.safeParse(t)
const[s]=r?.issues??[]
if(s!==undefined){const e=s.path.length>0?`${s.path.join(".")}: `:""
n?.(`${e}${s.message.replace(/^Invalid input: /,"")}`)}return r===undefined}function parseJson(e){try{return JSON.parse(typeof e==="string"?e:(new TextDecoder).decode(e))}catch{return undefined}}function parseAs(e,t){const n=parseJson(t)
return fits(e,n)?n:undefined}function readObject(e){return isObject(e)?e:undefined}function readString(e){return typeof e==="string"&&e!==""?e:undefined}function readStrings(e){const t=Object.entries(readObject(e)??{})
return Object.fromEntries(t.filter(e=>typeof e[1]==="string"))}function readList(e){return Array.isArray(e)&&e.length>0?e.filter(e=>typeof e==="string"):undefined}function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}}),16760:((e,t,n)=>{n.d(t,{A4:()=>truncateToWidth,Ho:()=>padLeft,M7:()=>padRight,sc:()=>textWidth})
var r=n(93223)
const s=/^[\x20-\x7e]*$/
function textWidth(e){return s.test(e)?e.length:(0,r.A)(e)}function truncateToWidth(e,t){if(textWidth(e)<=t)return e
let n=""
let r=t-1
for(const{segment:t}of(new Intl.Segmenter).segment(e)){r-=textWidth(t)
if(r<0)break
n+=t}return`${n}\u2026`}const padRight=(e,t)=>e+" ".repeat(Math.max(0,t-textWidth(e)))
const padLeft=(e,t)=>" ".repeat(Math.max(0,t-textWidth(e)))+e})}
