export const id=3730
export const ids=[3730]
export const modules={34055:((e,t,r)=>{r.d(t,{_k:()=>dockerWithDirectPlugins,wc:()=>pluginVersion})
var n=r(73024)
var s=r(51455)
var o=r(76760)
var i=r(16496)
var a=r(96273)
function dockerWith(e){return(t,r)=>e(["docker",...t],r)}var c=undefined&&undefined.__addDisposableResource||function(e,t,r){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var n,s
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
n=t[Symbol.asyncDispose]}if(n===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
n=t[Symbol.dispose]
if(r)s=n}if(typeof n!=="function")throw new TypeError("Object not disposable.")
if(s)n=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:n,async:r})}else if(r){e.stack.push({async:true})}return t}
var u=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(r){t.error=t.hasError?new e(r,t.error,"An error was suppressed during disposal."):r
t.hasError=true}var r,n=0
function next(){while(r=t.stack.pop()){try{if(!r.async&&n===1)return n=0,t.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return n|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else n|=1}catch(e){fail(e)}}if(n===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,r){var n=new Error(r)
return n.name="SuppressedError",n.error=e,n.suppressed=t,n})
function dockerWithDirectPlugins(e){const t=dockerWith(e)
return async(r,n)=>{const[s=""]=r
const o=await findPlugin(s,{...process.env,...n?.env})
if(o===undefined)return t(r,n)
return e([o,...r],{...n,env:{...n?.env,...d}})}}const d={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,t){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const r=await firstOf((t.PATH??"").split(o.delimiter),"docker")
if(r===undefined||await isScript(r))return undefined
const n=o.join((0,a.vg)(t),"cli-plugins")
return firstOf([n,...await extraFolders(t),...f],`docker-${e}`)}const f=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,t){for(const r of e){const e=o.join(r,t)
const i=await(0,s.access)(e,n.constants.X_OK).then(()=>true,()=>false)
if(r!==""&&i)return e}return undefined}async function isScript(e){try{const t={stack:[],error:void 0,hasError:false}
try{const r=c(t,await(0,s.open)(e),true)
const{buffer:n}=await r.read(Buffer.alloc(2),0,2,0)
return n.toString("latin1")==="#!"}catch(e){t.error=e
t.hasError=true}finally{const e=u(t)
if(e)await e}}catch{return true}}async function extraFolders(e){const t=await(0,a.Pd)(e,"cliPluginsExtraDirs")
return Array.isArray(t)?t.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,t,r,n){const s=await findPlugin(t,r)
if(s===undefined)return undefined
try{const{stdout:t}=await e([s,"docker-cli-plugin-metadata"],{signal:n})
return(0,i.E3)((0,i.Ag)((0,i.qF)(t))?.Version)}catch{return undefined}}}),44853:((e,t,r)=>{r.d(t,{C:()=>tailOf,m:()=>exec})
var n=r(31421)
var s=r(48161)
var o=r(80481)
const exec=(e,t={})=>new Promise((r,i)=>{const[a,...c]=e
const{signal:u,graceMs:d=1e4,onLine:f}=t
if(u?.aborted){r({exitCode:130,stdout:"",stderr:""})
return}const l=(0,n.spawn)(a,c,{cwd:t.cwd,env:{...process.env,...t.env},stdio:[t.input===undefined?"ignore":"pipe","pipe","pipe"]})
const p={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const r=l[e]
if(!r)continue
if(!t.discard)r.on("data",r=>append(p[e],r,t.tailBytes))
if(f)(0,o.createInterface)({input:r,crlfDelay:Number.POSITIVE_INFINITY}).on("line",t=>f(t,e))
else if(t.discard)r.resume()}l.stdin?.on("error",()=>{})
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
r({exitCode:e??128+s.constants.signals[t??"SIGKILL"],stdout:Buffer.concat(p.stdout).toString(),stderr:Buffer.concat(p.stderr).toString()})})})
function tailOf(e){let t=""
e.on("data",e=>{t=(t+e.toString()).slice(-2e3)})
return()=>t}function append(e,t,r){e.push(t)
if(r===undefined)return
let n=e.reduce((e,{length:t})=>e+t,-r)
while(e[0]!==undefined&&n>=e[0].length)n-=e.shift()?.length??0}}),84251:((e,t,r)=>{r.r(t)
r.d(t,{setupPost:()=>setupPost})
var n=r(51455)
var s=r(96251)
var o=r(16496)
var i=r(75019)
var a=r(48403)
var c=r(97523)
var u=r(99181)
var d=r(86310)
var f=r(36113)
var l=r(81438)
var p=undefined&&undefined.__addDisposableResource||function(e,t,r){if(t!==null&&t!==void 0){if(typeof t!=="object"&&typeof t!=="function")throw new TypeError("Object expected.")
var n,s
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
n=t[Symbol.asyncDispose]}if(n===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
n=t[Symbol.dispose]
if(r)s=n}if(typeof n!=="function")throw new TypeError("Object not disposable.")
if(s)n=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:t,dispose:n,async:r})}else if(r){e.stack.push({async:true})}return t}
var h=undefined&&undefined.__disposeResources||function(e){return function(t){function fail(r){t.error=t.hasError?new e(r,t.error,"An error was suppressed during disposal."):r
t.hasError=true}var r,n=0
function next(){while(r=t.stack.pop()){try{if(!r.async&&n===1)return n=0,t.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return n|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else n|=1}catch(e){fail(e)}}if(n===1)return t.hasError?Promise.reject(t.error):Promise.resolve()
if(t.hasError)throw t.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,t,r){var n=new Error(r)
return n.name="SuppressedError",n.error=e,n.suppressed=t,n})
async function setupPost(){const e=(0,s.Gu)(i.c9)
const t=(0,s.Gu)(d.xm)
const r=(0,s.Gu)(u.b6)
const n=(0,o.qF)((0,s.Gu)(f.te))
const c=await(0,a.Df)(async()=>{const s=[await removeSmokeLeftovers(),t===""?undefined:await(0,d.iq)(t),e===""?undefined:await(0,i.Qp)(e),r===""?undefined:await(0,u.oG)(r)]
for(const e of Array.isArray(n)?n.filter(f.NZ):[])await cacheImage(e)
return s.filter(e=>e!==undefined)})
console.log(c.length>0?c.join(", "):"nothing to clean up")}async function cacheImage({folder:e,prefix:t}){const r=await(0,a.gX)("writing to the cache",()=>(0,l.mm)(e,t),e=>e===undefined?`${t} saved to the cache`:undefined)
if(r!==undefined)(0,a.lZ)(()=>(0,s.$e)(`${t} could not be saved to the cache: ${r}`))
await(0,n.rm)(e,{recursive:true,force:true})}async function removeSmokeLeftovers(){const{signal:e}=new AbortController
try{const t={stack:[],error:void 0,hasError:false}
try{const[{connectEngine:n},{removeLeftovers:s}]=await Promise.all([r.e(2964).then(r.bind(r,92964)),r.e(5119).then(r.bind(r,5119))])
const o=p(t,await n(c.vK,{},{env:process.env,signal:e}),true)
const i=await s(o.api)
return i.length===0?undefined:`removed containers of killed runs: ${i.join(", ")}`}catch(e){t.error=e
t.hasError=true}finally{const e=h(t)
if(e)await e}}catch{return undefined}}}),99181:((e,t,r)=>{r.d(t,{Ct:()=>parseSshKeys,b6:()=>f,cB:()=>startSshAgent,oG:()=>stopSshAgent})
var n=r(51455)
var s=r(48161)
var o=r(76760)
var i=r(96251)
var a=r(44853)
var c=r(85465)
var u=r(16496)
var d=r(48403)
const f="ssh-agent"
function parseSshKeys(e){const t=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const r=e.match(t)??[]
if(r.length>0&&e.replace(t,"").trim()==="")return r
throw new c.yo({code:"options/ssh-keys",message:r.length===0?"ssh-keys contains no private key":"ssh-keys contains other text than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line breaks; put several keys below each other"})}async function startSshAgent(e){const t=await(0,n.mkdtemp)((0,o.join)((0,s.tmpdir)(),"lucid-agent-"))
const r=(0,o.join)(t,"agent")
const{exitCode:u,stdout:l,stderr:p}=await(0,a.m)(["ssh-agent","-s","-a",r]).catch(async e=>{await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(e.message,e)})
const h=Number(/SSH_AGENT_PID=(\d+)/.exec(l)?.[1])
if(u!==0||!(h>1)){await(0,n.rm)(t,{recursive:true,force:true})
throw notStarted(p.trim())}(0,d.lZ)(()=>(0,i.LZ)(f,JSON.stringify({pid:h,folder:t})))
process.env.SSH_AUTH_SOCK=r
const m=await Promise.all(e.map((t,r)=>addKey(t,`${r+1} of ${e.length}`)))
const y=m.filter(e=>e!==undefined)
if(y.length>0)throw new c.yo(y)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,t){const r=`${e.replaceAll("\r\n","\n")}\n`
const n={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:s,stderr:o}=await(0,a.m)(["ssh-add","-q","-"],{input:r,env:n})
if(s===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${t}`,why:o.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,t){const r={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or remove ssh-keys"}
return new c.yo(r,{cause:t})}async function stopSshAgent(e){const{pid:t,folder:r}=(0,u.Ag)((0,u.qF)(e))??{}
if(typeof t!=="number"||typeof r!=="string")return"SSH agent not ended: its state is unreadable"
try{process.kill(t)}catch{}await(0,n.rm)(r,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),57107:((e,t,r)=>{r.d(t,{Hs:()=>formatCommit,eG:()=>formatEstimate,pL:()=>holdText,rK:()=>remarkTexts})
var n=r(65421)
const remarkTexts=({remarks:e=[]})=>e.map(({severity:e,message:t,why:r,fix:n})=>`${e}: ${[t,r,n].filter(Boolean).join("; ")}`)
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function formatCommit({revision:e,event:t}){const r=e.slice(0,12)
const n=t.kind==="pull_request"?t.headRevision:undefined
return n===undefined||n===e?r:`${r}, the merge of ${n.slice(0,12)}`}const s={times:"by earlier build times",sizes:"by image sizes",guess:"estimated: no build times are known yet"}
function formatEstimate({matrix:e,jobEach:t,by:r}){const o=t.jobs-e.jobs
const i=insteadOf((0,n.LS)(e.jobs,"job"),e.jobs,t.jobs)
const a=insteadOf(`about ${minutes(e.wallSeconds)} min`,minutes(e.wallSeconds),minutes(t.wallSeconds))
const c=insteadOf((0,n.LS)(e.billedMinutes,"billed minute"),e.billedMinutes,t.billedMinutes)
return`on GitHub ${i}${o>0?` (${o} saved)`:""}: ${a}, ${c}, ${s[r]}`}const insteadOf=(e,t,r)=>t===r?e:`${e} instead of ${r}`
const minutes=e=>Math.ceil(e/60)}),85465:((e,t,r)=>{r.d(t,{Vw:()=>formatProblem,j$:()=>formatLocation,yo:()=>UserError})
function formatLocation({file:e,line:t,column:r}){return[e,t,r].filter(e=>e!==undefined).join(":")}function formatProblem({at:e,message:t,why:r,fix:n,code:s}){const o=e===undefined?"":`${formatLocation(e)}: `
const i=[r,n&&`fix: ${n}`].filter(Boolean).map(e=>`\n    ${e}`)
return`${o}${t} [${s}]${i.join("")}`}class UserError extends Error{name="UserError"
problems
constructor(e,t){const r=Array.isArray(e)?e:[e]
super(r.map(formatProblem).join("\n"),t)
this.problems=r}}}),65421:((e,t,r)=>{r.d(t,{LS:()=>plural,VK:()=>shortDigest,Xq:()=>formatSize,a3:()=>formatDuration,vm:()=>formatSizeChange})
function formatDuration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const t=Math.round(e/1e3)
if(t<60)return`${t} s`
return`${Math.floor(t/60)} min ${t%60} s`}function formatSize(e){const t=["B","kB","MB","GB","TB"]
let r=e
let n=0
while(r>=999.5&&n<t.length-1){r/=1e3
n+=1}return`${r>=100||n===0?Math.round(r):r.toFixed(1)} ${t[n]}`}function formatSizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${formatSize(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,t,r=`${t}s`){return`${e} ${e===1?t:r}`}}),16496:((e,t,r)=>{r.d(t,{Ag:()=>readObject,E3:()=>readString,LD:()=>readList,Nc:()=>readStrings,gf:()=>parseAs,lA:()=>fits,qF:()=>parseJson})
function fits(e,t,r){const{error:n}=e.safeParse(t)
const[s]=n?.issues??[]
if(s!==undefined){const e=s.path.length>0?`${s.path.join(".")}: `:""
r?.(`${e}${s.message.replace(/^Invalid input: /,"")}`)}return n===undefined}function parseJson(e){try{return JSON.parse(typeof e==="string"?e:(new TextDecoder).decode(e))}catch{return undefined}}function parseAs(e,t){const r=parseJson(t)
return fits(e,r)?r:undefined}function readObject(e){return isObject(e)?e:undefined}function readString(e){return typeof e==="string"&&e!==""?e:undefined}function readStrings(e){const t=Object.entries(readObject(e)??{})
return Object.fromEntries(t.filter(e=>typeof e[1]==="string"))}function readList(e){return Array.isArray(e)&&e.length>0?e.filter(e=>typeof e==="string"):undefined}function isObject(e){return typeof e==="object"&&e!==null&&!Array.isArray(e)}}),16760:((e,t,r)=>{r.d(t,{A4:()=>truncateToWidth,Ho:()=>padLeft,M7:()=>padRight,sc:()=>textWidth})
var n=r(93223)
const s=/^[\x20-\x7e]*$/
function textWidth(e){return s.test(e)?e.length:(0,n.A)(e)}function truncateToWidth(e,t){if(textWidth(e)<=t)return e
let r=""
let n=t-1
for(const{segment:t}of(new Intl.Segmenter).segment(e)){n-=textWidth(t)
if(n<0)break
r+=t}return`${r}\u2026`}const padRight=(e,t)=>e+" ".repeat(Math.max(0,t-textWidth(e)))
const padLeft=(e,t)=>" ".repeat(Math.max(0,t-textWidth(e)))+e})}
