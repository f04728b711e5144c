export const id=4033
export const ids=[4033]
export const modules={34055:((e,n,r)=>{r.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var t=r(73024)
var s=r(51455)
var o=r(76760)
var i=r(96273)
function dockerWith(e){return(n,r)=>e(["docker",...n],r)}var a=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,s
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)s=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(s)t=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
function straightToPlugins(e){const n=dockerWith(e)
return async(r,t)=>{const[s=""]=r
const o=await findPlugin(s,{...process.env,...t?.env})
if(o===undefined)return n(r,t)
return e([o,...r],{...t,env:{...t?.env,...u}})}}const u={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const r=await firstOf((n.PATH??"").split(o.delimiter),"docker")
if(r===undefined||await isScript(r))return undefined
const t=o.join((0,i.vg)(n),"cli-plugins")
return firstOf([t,...await extraFolders(n),...d],`docker-${e}`)}const d=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const r of e){const e=o.join(r,n)
const i=r!==""&&await(0,s.access)(e,t.constants.X_OK).then(...f)
if(i)return e}return undefined}const f=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const r=a(n,await(0,s.open)(e),true)
const{buffer:t}=await r.read(Buffer.alloc(2),0,2,0)
return t.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=c(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,i.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,r,t){const s=await findPlugin(n,r)
if(s===undefined)return undefined
try{const{stdout:n}=await e([s,"docker-cli-plugin-metadata"],{signal:t})
const{Version:r}=JSON.parse(n)
return typeof r==="string"&&r!==""?r:undefined}catch{return undefined}}}),64302:((e,n,r)=>{r.d(n,{Ih:()=>startAgent,Rz:()=>d,x4:()=>readKeys,xj:()=>endAgent})
var t=r(51455)
var s=r(48161)
var o=r(76760)
var i=r(96251)
var a=r(44853)
var c=r(85465)
var u=r(48403)
const d="ssh-agent"
function readKeys(e){const n=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const r=e.match(n)??[]
if(r.length>0&&e.replace(n,"").trim()==="")return r
throw new c.yo({code:"options/ssh-keys",message:r.length===0?"ssh-keys holds no private key":"ssh-keys holds more than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line ends; write several keys one below the other"})}async function startAgent(e){const n=await(0,t.mkdtemp)((0,o.join)((0,s.tmpdir)(),"lucid-agent-"))
const r=(0,o.join)(n,"agent")
const{exitCode:f,stdout:l,stderr:h}=await(0,a.m)(["ssh-agent","-s","-a",r]).catch(async e=>{await(0,t.rm)(n,{recursive:true,force:true})
throw notStarted(e.message,e)})
const p=Number(/SSH_AGENT_PID=(\d+)/.exec(l)?.[1])
if(f!==0||!(p>1)){await(0,t.rm)(n,{recursive:true,force:true})
throw notStarted(h.trim())}(0,u.HU)(()=>(0,i.LZ)(d,JSON.stringify({pid:p,folder:n})))
process.env.SSH_AUTH_SOCK=r
const y=await Promise.all(e.map((n,r)=>addKey(n,`${r+1} of ${e.length}`)))
const w=y.filter(e=>e!==undefined)
if(w.length>0)throw new c.yo(w)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,n){const r=`${e.replaceAll("\r\n","\n")}\n`
const t={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:s,stderr:o}=await(0,a.m)(["ssh-add","-q","-"],{input:r,env:t})
if(s===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${n}`,why:o.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,n){const r={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or leave ssh-keys out"}
return new c.yo(r,{cause:n})}async function endAgent(e){const{pid:n,folder:r}=JSON.parse(e)
try{process.kill(n)}catch{}await(0,t.rm)(r,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),48653:((e,n,r)=>{r.r(n)
r.d(n,{setupPost:()=>setupPost})
var t=r(51455)
var s=r(96251)
var o=r(64302)
var i=r(75019)
var a=r(48403)
var c=r(86310)
var u=r(36113)
var d=r(81438)
var f=r(34170)
var l=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,s
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)s=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(s)t=function(){try{s.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var h=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
async function removeKilled(){const e=await remove().catch(()=>[])
return e.length===0?undefined:`containers of a run that was killed removed: ${e.join(", ")}`}async function remove(){const e={stack:[],error:void 0,hasError:false}
try{const[{openEngine:n},{removeLeftovers:t},{reachHost:s}]=await Promise.all([r.e(5507).then(r.bind(r,85507)),Promise.all([r.e(2311),r.e(5119)]).then(r.bind(r,5119)),r.e(9241).then(r.bind(r,29241))])
const{signal:o}=new AbortController
const i=l(e,await n(f.vK,{},{env:process.env,signal:o,reachHost:s}),true)
return t(i.api)}catch(n){e.error=n
e.hasError=true}finally{const n=h(e)
if(n)await n}}var p=r(71275)
async function setupPost(){const e=(0,s.Gu)(i.$i)
const n=(0,s.Gu)(c.xm)
const r=(0,s.Gu)(o.Rz)
const t=JSON.parse((0,s.Gu)(u.J)||"[]")
const d=await(0,a.Df)(async()=>{const s=[await removeKilled(),n===""?undefined:await(0,c.iq)(n),e===""?undefined:await(0,i.A8)(e),r===""?undefined:await(0,o.xj)(r)]
for(const e of t)await keepImage(e)
return s.filter(e=>e!==undefined)})
console.log(d.length>0?d.join(", "):"nothing to take back")}async function keepImage({folder:e,prefix:n}){const r=await(0,p.a)("writing to the cache",()=>(0,d.mm)(e,n),e=>e===undefined?`${n} is kept in the cache`:undefined)
if(r!==undefined)(0,a.HU)(()=>(0,s.$e)(`${n} could not be kept in the cache: ${r}`))
await(0,t.rm)(e,{recursive:true,force:true})}}),15044:((e,n,r)=>{r.d(n,{HH:()=>failedChecks,iW:()=>checkWords,ol:()=>digestOf})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}const checkWords=({name:e,expected:n,actual:r})=>`${e}: expected ${n}, found ${r}`
function digestOf({images:e},n,r,t){const isIt=e=>e.service===r&&e.platform===t
const s=n?.images.find(isIt)?.digest
const o=e.find(isIt)?.decision
return s??(o?.kind==="unchanged"?o.digest:undefined)}}),95305:((e,n,r)=>{r.d(n,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:n}){const r=e.slice(0,12)
const t=n.kind==="pull_request"?n.headRevision:undefined
return t===undefined||t===e?r:`${r}, the merge of ${t.slice(0,12)}`}}),65421:((e,n,r)=>{r.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let r=e
let t=0
while(r>=999.5&&t<n.length-1){r/=1e3
t+=1}return`${r>=100||t===0?Math.round(r):r.toFixed(1)} ${n[t]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,r=`${n}s`){return`${e} ${e===1?n:r}`}}),68261:((e,n,r)=>{r.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const t=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const s=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(t,"").replace(s,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(t,"").replace(s," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),16760:((e,n,r)=>{r.d(n,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var t=r(93223)
const s=/^[\x20-\x7e]*$/
function widthOf(e){return s.test(e)?e.length:(0,t.A)(e)}function cutTo(e,n){if(widthOf(e)<=n)return e
let r=""
let t=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){t-=widthOf(n)
if(t<0)break
r+=n}return`${r}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-widthOf(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-widthOf(e)))+e})}
