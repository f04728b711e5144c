export const id=7673
export const ids=[7673]
export const modules={4610:((e,n,t)=>{t.d(n,{Ih:()=>startAgent,Rz:()=>u,x4:()=>readKeys,xj:()=>endAgent})
var s=t(51455)
var r=t(48161)
var o=t(76760)
var i=t(96251)
var a=t(56008)
var c=t(49588)
var d=t(92882)
const u="ssh-agent"
function readKeys(e){const n=/-----BEGIN ((?:[A-Z0-9]+ )*PRIVATE KEY)-----\r?\n[\s\S]*?-----END \1-----/g
const t=e.match(n)??[]
if(t.length>0&&e.replace(n,"").trim()==="")return t
throw new a.yo({code:"options/ssh-keys",message:t.length===0?"ssh-keys holds no private key":"ssh-keys holds more than private keys",why:"a key starts with a line `-----BEGIN ... PRIVATE KEY-----` and ends with `-----END ... PRIVATE KEY-----`",fix:"set the secret to the whole content of the key file, with its line ends; write several keys one below the other"})}async function startAgent(e){const n=await(0,s.mkdtemp)((0,o.join)((0,r.tmpdir)(),"lucid-agent-"))
const t=(0,o.join)(n,"agent")
const{exitCode:f,stdout:l,stderr:h}=await(0,c.m)(["ssh-agent","-s","-a",t]).catch(async e=>{await(0,s.rm)(n,{recursive:true,force:true})
throw notStarted(e.message,e)})
const p=Number(/SSH_AGENT_PID=(\d+)/.exec(l)?.[1])
if(f!==0||!(p>1)){await(0,s.rm)(n,{recursive:true,force:true})
throw notStarted(h.trim())}(0,d.HU)(()=>(0,i.LZ)(u,JSON.stringify({pid:p,folder:n})))
process.env.SSH_AUTH_SOCK=t
const w=await Promise.all(e.map((n,t)=>addKey(n,`${t+1} of ${e.length}`)))
const y=w.filter(e=>e!==undefined)
if(y.length>0)throw new a.yo(y)
console.log(`SSH agent started with ${e.length} ${e.length===1?"key":"keys"}`)}async function addKey(e,n){const t=`${e.replaceAll("\r\n","\n")}\n`
const s={SSH_ASKPASS:"false",SSH_ASKPASS_REQUIRE:"force"}
const{exitCode:r,stderr:o}=await(0,c.m)(["ssh-add","-q","-"],{input:t,env:s})
if(r===0)return undefined
return{code:"options/ssh-keys",message:`ssh-keys: ssh-add refuses key ${n}`,why:o.trim().split("\n").at(-1)??"",fix:"use a key without a passphrase, and set the secret to the whole content of its file"}}function notStarted(e,n){const t={code:"engine/ssh-agent",message:"ssh-agent cannot be started",why:e,fix:"install OpenSSH's client on this runner (openssh-client on Debian and Ubuntu), or leave ssh-keys out"}
return new a.yo(t,{cause:n})}async function endAgent(e){const{pid:n,folder:t}=JSON.parse(e)
try{process.kill(n)}catch{}await(0,s.rm)(t,{recursive:true,force:true}).catch(()=>{})
return"SSH agent ended"}}),89815:((e,n,t)=>{t.r(n)
t.d(n,{setupPost:()=>setupPost})
var s=t(51455)
var r=t(96251)
var o=t(4610)
var i=t(92882)
var a=t(83142)
var c=t(27994)
var d=t(82237)
var u=t(95205)
var f=t(32534)
var l=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var h=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
async function removeKilled(){const e=await remove().catch(()=>[])
return e.length===0?undefined:`containers of a run that was killed removed: ${e.join(", ")}`}async function remove(){const e={stack:[],error:void 0,hasError:false}
try{const[{openEngine:n},{removeLeftovers:s},{reachHost:r}]=await Promise.all([t.e(1405).then(t.bind(t,51405)),Promise.all([t.e(2311),t.e(4058)]).then(t.bind(t,34058)),t.e(3662).then(t.bind(t,93662))])
const{signal:o}=new AbortController
const i=l(e,await n(f.vK,{},{env:process.env,signal:o,reachHost:r}),true)
return s(i.api)}catch(n){e.error=n
e.hasError=true}finally{const n=h(e)
if(n)await n}}var p=t(44631)
async function setupPost(){const e=(0,r.Gu)(a.$i)
const n=(0,r.Gu)(c.xm)
const t=(0,r.Gu)(o.Rz)
const s=JSON.parse((0,r.Gu)(d.J)||"[]")
const u=await(0,i.Df)(async()=>{const r=[await removeKilled(),n===""?undefined:await(0,c.iq)(n),e===""?undefined:await(0,a.A8)(e),t===""?undefined:await(0,o.xj)(t)]
for(const e of s)await keepImage(e)
return r.filter(e=>e!==undefined)})
console.log(u.length>0?u.join(", "):"nothing to take back")}async function keepImage({folder:e,prefix:n}){const t=await(0,p.a)(()=>(0,u.mm)(e,n),e=>e===undefined?`${n} is kept in the cache`:undefined)
if(t!==undefined)(0,i.HU)(()=>(0,r.$e)(`${n} could not be kept in the cache: ${t}`))
await(0,s.rm)(e,{recursive:true,force:true})}}),47624:((e,n,t)=>{t.d(n,{wc:()=>pluginVersion,OX:()=>straightToPlugins})
var s=t(73024)
var r=t(51455)
var o=t(76760)
var i=t(45364)
function dockerWith(e){return(n,t)=>e(["docker",...n],t)}var a=undefined&&undefined.__addDisposableResource||function(e,n,t){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var s,r
if(t){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
s=n[Symbol.asyncDispose]}if(s===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
s=n[Symbol.dispose]
if(t)r=s}if(typeof s!=="function")throw new TypeError("Object not disposable.")
if(r)s=function(){try{r.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:s,async:t})}else if(t){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(t){n.error=n.hasError?new e(t,n.error,"An error was suppressed during disposal."):t
n.hasError=true}var t,s=0
function next(){while(t=n.stack.pop()){try{if(!t.async&&s===1)return s=0,n.stack.push(t),Promise.resolve().then(next)
if(t.dispose){var e=t.dispose.call(t.value)
if(t.async)return s|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else s|=1}catch(e){fail(e)}}if(s===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,t){var s=new Error(t)
return s.name="SuppressedError",s.error=e,s.suppressed=n,s})
function straightToPlugins(e){const n=dockerWith(e)
return async(t,s)=>{const[r=""]=t
const o=await findPlugin(r,{...process.env,...s?.env})
if(o===undefined)return n(t,s)
return e([o,...t],{...s,env:{...s?.env,...d}})}}const d={DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND:"docker"}
async function findPlugin(e,n){if(e!=="buildx"&&e!=="compose"||process.platform==="win32")return undefined
const t=await firstOf((n.PATH??"").split(o.delimiter),"docker")
if(t===undefined||await isScript(t))return undefined
const s=o.join((0,i.vg)(n),"cli-plugins")
return firstOf([s,...await extraFolders(n),...u],`docker-${e}`)}const u=["/usr/local/lib","/usr/local/libexec","/usr/lib","/usr/libexec"].map(e=>`${e}/docker/cli-plugins`)
async function firstOf(e,n){for(const t of e){const e=o.join(t,n)
const i=t!==""&&await(0,r.access)(e,s.constants.X_OK).then(...f)
if(i)return e}return undefined}const f=[()=>true,()=>false]
async function isScript(e){try{const n={stack:[],error:void 0,hasError:false}
try{const t=a(n,await(0,r.open)(e),true)
const{buffer:s}=await t.read(Buffer.alloc(2),0,2,0)
return s.toString("latin1")==="#!"}catch(e){n.error=e
n.hasError=true}finally{const e=c(n)
if(e)await e}}catch{return true}}async function extraFolders(e){const n=await(0,i.tw)(e,"cliPluginsExtraDirs")
return Array.isArray(n)?n.filter(e=>typeof e==="string"):[]}async function pluginVersion(e,n,t,s){const r=await findPlugin(n,t)
if(r===undefined)return undefined
try{const{stdout:n}=await e([r,"docker-cli-plugin-metadata"],{signal:s})
const{Version:t}=JSON.parse(n)
return typeof t==="string"&&t!==""?t:undefined}catch{return undefined}}}),5966:((e,n,t)=>{t.d(n,{H:()=>failedChecks,i:()=>checkWords})
function failedChecks(e){return e.filter(({ok:e,level:n})=>!e&&n!=="warning")}const checkWords=({name:e,expected:n,actual:t})=>`${e}: expected ${n}, found ${t}`}),42812:((e,n,t)=>{t.d(n,{Is:()=>harmless,vL:()=>harmlessLines,wh:()=>plainText})
const s=/\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]PX^_][^\x07\x1b\n]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x9b[0-?]*[ -/]*[@-~]/g
const r=/[\p{Cc}\p{Bidi_Control}]+/gu
function plainText(e){return e.replace(s,"").replace(r,e=>e.replace(/[^\t\n]/gu,""))}function harmless(e){return e.replace(s,"").replace(r," ")}function harmlessLines(e){return e.split(/\r?\n/).map(e=>harmless(e).trimEnd())}}),27630:((e,n,t)=>{t.d(n,{Il:()=>Activity,TN:()=>keyOf,b5:()=>doingWords})
var s=t(42812)
var r=t(9179)
var o=t(87055)
var i=t(15631)
function keyOf({stage:e,subject:n=""}){return`${e}\n${n}`}class Activity{#e
#n=new Map
constructor(e){this.#e=e}take(e){const{stage:n,subject:t,state:s,text:r,step:o,bytes:i}=e
const a=keyOf(e)
const c=this.#n.get(a)
const d=c&&this.#e()-c.since
if(s==="done"||s==="failed"){this.#n.delete(a)
if(t===undefined&&c!==undefined)this.#t(c.since)
return d}const u=c??{...{stage:n,since:this.#e(),said:undefined,steps:new Map},...t!==undefined&&{subject:t}}
this.#n.set(a,u)
if(s==="started")u.steps.clear()
if(o!==undefined)this.#s(u,o)
else if(r!==undefined||i!==undefined)u.said={what:r??u.said?.what??"",beside:0,...i&&{bytes:i}}
return d}all(){const e=[...this.#n].map(([e,{stage:n,subject:t,since:s,said:r,steps:o}])=>{const[i]=o.values()
const a=i===undefined?r:{...i,beside:o.size-1}
return{...{key:e,stage:n,since:s},...t!==undefined&&{subject:t},...a&&{now:a}}})
return[...e.filter(({now:e})=>e!==undefined),...e.filter(({now:e})=>e===undefined)]}#t(e){for(const[n,{subject:t,since:s}]of this.#n)if(t!==undefined&&s>=e)this.#n.delete(n)}#s({steps:e},{id:n,name:t,state:s,last:r,bytes:o}){if(s!=="running"){e.delete(n)
return}const{since:i=this.#e(),...a}=e.get(n)??{}
const c={...r!==undefined&&{last:r},...o!==undefined&&{bytes:o}}
e.set(n,{...a,...c,what:t,since:i})}}function doingWords({subject:e,now:n},t,a){if(n===undefined)return e===undefined?"":"waiting"
const{what:c,since:d,bytes:u,beside:f}=n
const l=[u===undefined?"":`, ${(0,i.Bc)(u)}`,d===undefined?"":` (${(0,r.p0)(t-d)})`,f>0?` and ${f} more`:""].join("")
return`${(0,o.yd)((0,s.Is)(c),Math.max(2,a-l.length))}${l}`}}),23423:((e,n,t)=>{t.d(n,{A:()=>logView})
var s=t(42812)
var r=t(9179)
var o=t(87055)
var i=t(27630)
var a=t(15631)
const c=8e3
const d=16
const u=10
const f=2e3
function logView(e){const{mode:n,write:t,now:s,fold:r,silenceMs:o=c}=e
const f=new i.Il(s)
const l=new Map
const h=new Map
let p=s()
const say=e=>{p=s()
t(e)}
const w=new StepLines(say)
const look=()=>{if(n==="plain")w.flush()
const e=f.all()
const silent=({key:e,since:n})=>s()-(l.get(e)??n)
const t=e.filter(e=>e.subject!==undefined)
const r=t.some(e=>silent(e)>=o)
const i=r?t.filter(e=>silent(e)>=o/2):[]
const c=s()-p>=o?e.filter(e=>e.subject===undefined):[]
const d=i.length>0?i:c.slice(-1)
for(const e of d.slice(0,u))say((0,a.oz)({...e,text:runningWords(e,s())},"running",s()-e.since))
if(d.length>u)say(`         and ${d.length-u} more`)
for(const{key:e}of d)l.set(e,s())}
const y=setInterval(look,o/d).unref()
const end=(e,o)=>{const i=(0,a.oz)(e,e.state,o)
const c=r!==undefined&&n==="auto"&&e.steps?.some(({state:e})=>e!=="failed")
p=s()
if(c)r(i,(0,a.mR)(e,"all"))
else t(i)
for(const s of(0,a.mR)(e,r||n==="plain"?"only failed":"failed"))t(s)}
return{progress:e=>{const t=(0,i.TN)(e)
const s=f.take(e)
if(e.state==="done"||e.state==="failed"){w.flush()
l.delete(t)
h.delete(t)
if(e.subject!==undefined)end(e,s)}else if(n==="plain"&&e.subject!==undefined){const n=p
if(e.step!==undefined)w.take({...e,step:e.step})
else if(e.text!==undefined&&h.get(t)!==e.text){h.set(t,e.text)
say((0,a.oz)(e,"running",s))}if(p!==n)l.set(t,p)}},line:say,[Symbol.dispose]:()=>{clearInterval(y)
w.flush()}}}function runningWords(e,n){const{last:t}=e.now??{}
const r=(0,i.b5)(e,n,100)
return t===undefined?r:`${r}: ${(0,o.yd)((0,s.Is)(t.trim()),120)}`}class StepLines{#r
#o=new Map
#i=new Map
#a=new Set
constructor(e){this.#r=e}take(e){const{stage:n,subject:t="",step:o}=e
const{id:a,name:c,state:d,durationMs:u=0,lines:l=[]}=o
const h=(0,i.TN)(e)
const p=this.#o.get(a)??{number:this.#o.size+1,key:h,lines:0}
this.#o.set(a,p)
const w=`${n.padEnd(7)}  ${(0,s.Is)(t)}  #${p.number}`
const y=`${h}\n${a}`
if(!this.#a.has(y))this.#r(`${w} ${(0,s.Is)(c)}`)
this.#a.add(y)
this.#i.delete(y)
if(p.key===h)this.#c(p,w,l)
if(d==="running")return
const g=p.lines-f
const m=g>0&&p.key===h?`; ${(0,r.LS)(g,"line")} not shown`:""
const v=d==="cached"?"CACHED":`${d==="failed"?"ERROR":"DONE"} ${(u/1e3).toFixed(1)}s`
this.#i.set(y,`${w} ${v}${m}`)}flush(){for(const e of this.#i.values())this.#r(e)
this.#i.clear()}#c(e,n,t){for(const r of t){e.lines++
if(e.lines<=f)this.#r(`${n} | ${(0,s.Is)(r.slice(0,4e3))}`)
else if(e.lines===f+1)this.#r(`${n} | ... more than ${f} lines: the rest is not shown`)}}}}),15631:((e,n,t)=>{t.d(n,{Bc:()=>bytesWords,mR:()=>stepLines,oz:()=>progressLine})
var s=t(42812)
var r=t(9179)
function progressLine({stage:e,subject:n="",text:t,bytes:o},i,a){const c=a===undefined?"":` ${(0,r.p0)(a)}`
const d=[e.padEnd(7),(0,s.Is)(n),`${i}${c}`,(0,s.Is)(t??""),o?bytesWords(o):""]
return d.filter(e=>e!=="").join("  ").trimEnd()}function bytesWords({done:e,total:n}){return n===undefined?(0,r.Ej)(e):`${(0,r.Ej)(e)} of ${(0,r.Ej)(n)}`}const o="         "
const i=4e3
function stepLines({steps:e=[]},n="failed"){return e.flatMap(({text:e,state:t,log:c,dropped:d=0})=>{if(n==="only failed"&&t!=="failed")return[]
if(n==="failed"&&(t==="cached"||e.startsWith("0.0s")))return[]
const u=n==="all"?c:t==="failed"?c.slice(-a):[]
const f=n==="all"?d:0
return[`${o}${(0,s.Is)(e)}`,...f>0?[`${o}  (${(0,r.LS)(f,"earlier line")} not kept)`]:[],...u.map(e=>`${o}  | ${(0,s.Is)(e.slice(0,i))}`)]})}const a=20}),49588:((e,n,t)=>{t.d(n,{m:()=>exec})
var s=t(31421)
var r=t(80481)
const o={SIGHUP:1,SIGINT:2,SIGQUIT:3,SIGABRT:6,SIGKILL:9,SIGSEGV:11,SIGPIPE:13,SIGTERM:15}
const exec=(e,n={})=>new Promise((t,i)=>{const[a,...c]=e
const{signal:d,graceMs:u=1e4,onLine:f}=n
if(d?.aborted){t({exitCode:130,stdout:"",stderr:""})
return}const l=(0,s.spawn)(a,c,{cwd:n.cwd,env:{...process.env,...n.env},stdio:[n.input===undefined?"ignore":"pipe","pipe","pipe"]})
const h={stdout:[],stderr:[]}
for(const e of["stdout","stderr"]){const t=l[e]
if(!t)continue
if(!n.discard)t.on("data",t=>append(h[e],t,n.keep))
if(f)(0,r.createInterface)({input:t,crlfDelay:Number.POSITIVE_INFINITY}).on("line",n=>f(n,e))
else if(n.discard)t.resume()}l.stdin?.on("error",()=>{})
l.stdin?.end(n.input)
let p
const stop=()=>{l.kill("SIGINT")
p=setTimeout(()=>{l.kill("SIGKILL")
l.stdout?.destroy()
l.stderr?.destroy()},u)}
d?.addEventListener("abort",stop,{once:true})
const settle=()=>{clearTimeout(p)
d?.removeEventListener("abort",stop)}
l.on("error",e=>{settle()
i(new Error(`cannot run ${a}: ${e.message}`,{cause:e}))})
l.on("close",(e,n)=>{settle()
t({exitCode:e??128+(o[n??"SIGKILL"]??9),stdout:Buffer.concat(h.stdout).toString(),stderr:Buffer.concat(h.stderr).toString()})})})
function append(e,n,t){e.push(n)
if(t===undefined)return
let s=e.reduce((e,{length:n})=>e+n,-t)
while(e[0]!==undefined&&s>=e[0].length)s-=e.shift()?.length??0}}),34493:((e,n,t)=>{t.d(n,{p:()=>holdText,x:()=>commitWords})
function holdText({hold:e}){return e&&`no floating tag moves and no version is written: ${e.why}. Fix: ${e.fix}`}function commitWords({revision:e,event:n}){const t=e.slice(0,12)
const s=n.kind==="pull_request"?n.headRevision:undefined
return s===undefined||s===e?t:`${t}, the merge of ${s.slice(0,12)}`}}),9179:((e,n,t)=>{t.d(n,{Ej:()=>size,LS:()=>plural,S8:()=>sizeChange,VK:()=>shortDigest,p0:()=>duration})
function duration(e){if(e<999.5)return`${Math.round(e)} ms`
if(e<9950)return`${(e/1e3).toFixed(1)} s`
const n=Math.round(e/1e3)
if(n<60)return`${n} s`
return`${Math.floor(n/60)} min ${n%60} s`}function size(e){const n=["B","kB","MB","GB","TB"]
let t=e
let s=0
while(t>=999.5&&s<n.length-1){t/=1e3
s+=1}return`${t>=100||s===0?Math.round(t):t.toFixed(1)} ${n[s]}`}function sizeChange(e){if(e===0)return"same"
return`${e>0?"+":"-"}${size(Math.abs(e))}`}function shortDigest(e){return e.replace(/^sha256:/,"").slice(0,12)}function plural(e,n,t=`${n}s`){return`${e} ${e===1?n:t}`}}),87055:((e,n,t)=>{t.d(n,{Ho:()=>padLeft,M7:()=>padRight,qz:()=>widthOf,yd:()=>cutTo})
var s=t(93223)
const r=/^[\x20-\x7e]*$/
function widthOf(e){return r.test(e)?e.length:(0,s.A)(e)}function cutTo(e,n){if(widthOf(e)<=n)return e
let t=""
let s=n-1
for(const{segment:n}of(new Intl.Segmenter).segment(e)){s-=widthOf(n)
if(s<0)break
t+=n}return`${t}\u2026`}const padRight=(e,n)=>e+" ".repeat(Math.max(0,n-widthOf(e)))
const padLeft=(e,n)=>" ".repeat(Math.max(0,n-widthOf(e)))+e})}
