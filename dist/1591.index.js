export const id=1591
export const ids=[1591]
export const modules={15351:((e,r,n)=>{n.d(r,{Cf:()=>prefetchCheckout,Hj:()=>openCheckout,oS:()=>prefetchBranches})
var t=n(98555)
function openCheckout(e){return{index:(0,t.O)(()=>e(["ls-files","--stage","-v","-z"])),modified:(0,t.O)(()=>e(["diff-files","--name-only","--relative","-z"])),untracked:(0,t.O)(()=>e(["ls-files","--others","--directory","-z"])),staged:(0,t.O)(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:(0,t.O)(async()=>{const[r,n]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return n===undefined?undefined:{id:n,time:Number(r)}}),branch:(0,t.O)(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:(0,t.O)(async()=>{const r=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return r?.trim().replace(/^origin\//,"")||undefined}),settings:(0,t.O)(async()=>readSettings(await e(["config","-z","--get-regexp",o]))),layout:(0,t.O)(async()=>{const r=["--show-object-format","--git-path","info/attributes","--show-cdup","--show-prefix"]
const[n,t,o,s=""]=(await e(["rev-parse",...r]))?.split("\n")??[]
return n&&t&&o!==undefined?{format:n,attributes:t,up:o,prefix:s}:undefined})}}function prefetchCheckout({modified:e,untracked:r,index:n,layout:t,settings:o,staged:s,head:i}){for(const a of[e,r,n,t,o,s,i])void a()}function prefetchBranches({branch:e,defaultBranch:r}){for(const n of[e,r])void n()}const o="^(core\\.(autocrlf|eol|filemode|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[r="",n="true"]=e.split("\n",2)
return r===""?[]:[[r,n]]}))}}),36540:((e,r,n)=>{n.d(r,{G:()=>catalogRoot,z:()=>openGit})
var t=n(76760)
var o=n(39893)
function gitIn(e,r){return async(n,t)=>{try{const{exitCode:s,stdout:i}=await r(["git","-c","safe.directory=*","-c","core.quotePath=false",...n],{cwd:e,...(0,o.s)({input:t}),env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return s===0?i:undefined}catch{return undefined}}}var s=n(22413)
function catalogRoot({catalog:e},{cwd:r}){return t.dirname(t.resolve(r,e))}function openGit(e,{exec:r,progress:n}){const t=gitIn(e,r)
const o=new s.x(n)
return(e,...r)=>o.track("git",`git ${e[0]??""}`,()=>t(e,...r))}}),33972:((e,r,n)=>{n.r(r)
n.d(r,{loadPlanOfRun:()=>loadPlanOfRun,loadStages:()=>loadStages,stages:()=>l})
var t=n(73024)
var o=n(76760)
var s=n(15351)
var i=n(36540)
var a=n(99381)
var c=n(22413)
function openEngineLookup({builder:e},r){let t
const o=new AbortController
const s=AbortSignal.any([r.signal,o.signal])
const i=new c.x(r.progress)
const engine=()=>{t??=Promise.all([n.e(2088),n.e(7243)]).then(n.bind(n,9624)).then(({inspectDefaultEngine:n})=>n({build:true},{...r,signal:s,builder:e}))
return t}
return{engine:()=>i.track("docker","inspecting the engine",engine),prefetch:()=>{void(0,a.y)(engine)},[Symbol.dispose]:()=>o.abort()}}var u=undefined&&undefined.__addDisposableResource||function(e,r,n){if(r!==null&&r!==void 0){if(typeof r!=="object"&&typeof r!=="function")throw new TypeError("Object expected.")
var t,o
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=r[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=r[Symbol.dispose]
if(n)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:r,dispose:t,async:n})}else if(n){e.stack.push({async:true})}return r}
var d=undefined&&undefined.__disposeResources||function(e){return function(r){function fail(n){r.error=r.hasError?new e(n,r.error,"An error was suppressed during disposal."):n
r.hasError=true}var n,t=0
function next(){while(n=r.stack.pop()){try{if(!n.async&&t===1)return t=0,r.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return r.hasError?Promise.reject(r.error):Promise.resolve()
if(r.hasError)throw r.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,r,n){var t=new Error(n)
return t.name="SuppressedError",t.error=e,t.suppressed=r,t})
const l={plan:async(e,r)=>{const t=prefetchRun(e,r)
return(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(77),n.e(501),n.e(6722),n.e(3773),n.e(3010),n.e(9010)]).then(n.bind(n,73010))).plan(e,t)},run:async(e,r)=>{const t={stack:[],error:void 0,hasError:false}
try{const o=u(t,openEngineLookup(e,r),false)
const s=prefetchRun(e,r,o)
return await(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).run(e,s,o)}catch(e){t.error=e
t.hasError=true}finally{d(t)}},lint:async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).lint(e,r),build:async(e,r)=>{const t={stack:[],error:void 0,hasError:false}
try{const o=u(t,openEngineLookup(e,r),false)
const s=prefetchRun(e,r,e.print?undefined:o)
return await(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).build(e,s,o)}catch(e){t.error=e
t.hasError=true}finally{d(t)}},verify:async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).verify(e,r),smoke:async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).smoke(e,r),sign:async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).sign(e,r),publish:async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).publish(e,r),report:async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).report(e,r),"verify-host":async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).verifyHost(e,r),init:async(e,r)=>(await Promise.all([n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(8989),n.e(77),n.e(6722),n.e(1393)]).then(n.bind(n,87046))).init(e,r),doctor:async(e,r)=>(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(77),n.e(501),n.e(6722),n.e(3773),n.e(4190)]).then(n.bind(n,34190))).doctor(e,r)}
async function loadPlanOfRun(e){return(await Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363))).planOfRun(e)}async function loadStages(){await Promise.all([Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(77),n.e(501),n.e(6722),n.e(3773),n.e(3010),n.e(9010)]).then(n.bind(n,73010)),Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(9593),n.e(77),n.e(501),n.e(6722),n.e(7539),n.e(3773),n.e(3010),n.e(1249),n.e(8084)]).then(n.bind(n,71363)),Promise.all([n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(8989),n.e(77),n.e(6722),n.e(1393)]).then(n.bind(n,87046)),Promise.all([n.e(2088),n.e(2311),n.e(2856),n.e(8815),n.e(923),n.e(77),n.e(501),n.e(6722),n.e(3773),n.e(4190)]).then(n.bind(n,34190))])}function prefetchRun(e,r,n){const{plan:s,catalog:i}=e
if(s===undefined&&!(0,t.existsSync)(o.resolve(r.cwd,i)))return r
const a=s===undefined?askGit(e,r):r
n?.prefetch()
return a}function askGit(e,r){const n=(0,s.Hj)((0,i.z)((0,i.G)(e,r),r));(0,s.Cf)(n)
if(r.env.GITHUB_ACTIONS!=="true")(0,s.oS)(n)
return{...r,checkout:n}}}),32270:((e,r,n)=>{n.d(r,{m:()=>t,y:()=>sleep})
const t={now:()=>performance.now(),after:(e,r)=>{const n=setTimeout(r,e)
return()=>clearTimeout(n)}}
function sleep(e,r,n=t){return new Promise((t,o)=>{if(r?.aborted)return o(r.reason)
const stop=()=>{s()
o(r?.reason)}
const s=n.after(e,()=>{r?.removeEventListener("abort",stop)
t()})
r?.addEventListener("abort",stop,{once:true})})}}),98555:((e,r,n)=>{n.d(r,{O:()=>once})
function once(e){let r
return()=>{r??=e()
return r}}}),99381:((e,r,n)=>{n.d(r,{y:()=>prefetch})
function prefetch(e){const r=e()
r.catch(()=>{})
return r}}),22413:((e,r,n)=>{n.d(r,{x:()=>WaitReporter})
var t=n(32270)
var o=n(39893)
var s=undefined&&undefined.__addDisposableResource||function(e,r,n){if(r!==null&&r!==void 0){if(typeof r!=="object"&&typeof r!=="function")throw new TypeError("Object expected.")
var t,o
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=r[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=r[Symbol.dispose]
if(n)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:r,dispose:t,async:n})}else if(n){e.stack.push({async:true})}return r}
var i=undefined&&undefined.__disposeResources||function(e){return function(r){function fail(n){r.error=r.hasError?new e(n,r.error,"An error was suppressed during disposal."):n
r.hasError=true}var n,t=0
function next(){while(n=r.stack.pop()){try{if(!n.async&&t===1)return t=0,r.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return r.hasError?Promise.reject(r.error):Promise.resolve()
if(r.hasError)throw r.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,r,n){var t=new Error(n)
return t.name="SuppressedError",t.error=e,t.suppressed=r,t})
const a=2e3
class WaitReporter{#e
#r
#n
#t=new Map
constructor(e=()=>{},r=a,n=t.m){this.#e=e
this.#r=r
this.#n=n}begin(e,r,n){const t={text:r??"",countdown:n}
const o=this.#t.get(e)??new Set
this.#t.set(e,o)
const s=r===undefined?()=>{}:this.#n.after(this.#r,()=>show())
const show=()=>{s()
o.add(t)
if(o.values().next().value===t)this.#o(e,o.size===1?"started":"update",t)}
return{update:(e,r)=>{Object.assign(t,{text:e,countdown:r})
const n=r!==undefined&&r.until-this.#n.now()>this.#r
if(o.has(t)||n)show()},[Symbol.dispose]:()=>{s()
const[r]=o
if(!o.delete(t))return
const[n]=o
if(n===undefined)this.#o(e,"done",{text:t.text,countdown:undefined})
else if(r===t)this.#o(e,"update",n)}}}async track(e,r,n,t){const o={stack:[],error:void 0,hasError:false}
try{const i=s(o,this.begin(e,r,t),false)
return await n()}catch(e){o.error=e
o.hasError=true}finally{i(o)}}#o(e,r,{text:n,countdown:t}){this.#e({stage:"waiting",subject:e,state:r,text:n,...(0,o.s)({countdown:t})})}}})}
