export const id=6629
export const ids=[6629]
export const modules={26214:((e,n,r)=>{r.d(n,{Hj:()=>openCheckout,U4:()=>askBranches,pI:()=>askAll})
function openCheckout(e){return{index:once(()=>e(["ls-files","--stage","-v","-z"])),modified:once(()=>e(["diff-files","--name-only","--relative","-z"])),others:once(()=>e(["ls-files","--others","--directory","-z"])),staged:once(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:once(async()=>{const[n,r]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return r===undefined?undefined:{id:r,time:Number(n)}}),branch:once(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:once(async()=>{const n=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return n?.trim().replace(/^origin\//,"")||undefined}),settings:once(async()=>readSettings(await e(["config","-z","--get-regexp",t]))),layout:once(async()=>{const n=await e(["rev-parse","--show-object-format","--git-path","info/attributes","--show-cdup"])
const[r,t,o]=n?.split("\n")??[]
return r&&t&&o!==undefined?{format:r,attributes:t,up:o}:undefined})}}function askAll({modified:e,others:n,index:r,layout:t,settings:o,staged:i,head:s}){for(const a of[e,n,r,t,o,i,s])void a()}function askBranches({branch:e,defaultBranch:n}){for(const r of[e,n])void r()}const t="^(core\\.(autocrlf|eol|filemode|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[n="",r="true"]=e.split("\n",2)
return n===""?[]:[[n,r]]}))}function once(e){let n
return()=>{n??=e()
return n}}}),33386:((e,n,r)=>{r.d(n,{O:()=>gitOf,I:()=>rootOf})
var t=r(76760)
function gitIn(e,n){return async(r,t)=>{try{const o=["git","-c","safe.directory=*","-c","core.quotePath=false",...r]
const{exitCode:i,stdout:s}=await n(o,{cwd:e,...t!==undefined&&{input:t},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return i===0?s:undefined}catch{return undefined}}}function rootOf({catalog:e},{cwd:n}){return t.dirname(t.resolve(n,e))}function gitOf(e,{exec:n}){return gitIn(e,n)}}),76629:((e,n,r)=>{r.r(n)
r.d(n,{loadStages:()=>loadStages,stages:()=>l})
var t=r(73024)
var o=r(76760)
var i=r(26214)
function engineLook({builder:e},n){let t
const o=new AbortController
const i=AbortSignal.any([n.signal,o.signal])
const engine=()=>{t??=Promise.all([r.e(2088),r.e(1609)]).then(r.bind(r,41609)).then(({lookAtUsualEngine:r})=>r({build:true},{...n,signal:i,builder:e}))
return t}
return{engine:engine,begin:()=>{engine().catch(()=>{})},[Symbol.dispose]:()=>o.abort()}}var s=r(33386)
var a=undefined&&undefined.__addDisposableResource||function(e,n,r){if(n!==null&&n!==void 0){if(typeof n!=="object"&&typeof n!=="function")throw new TypeError("Object expected.")
var t,o
if(r){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
t=n[Symbol.asyncDispose]}if(t===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
t=n[Symbol.dispose]
if(r)o=t}if(typeof t!=="function")throw new TypeError("Object not disposable.")
if(o)t=function(){try{o.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:n,dispose:t,async:r})}else if(r){e.stack.push({async:true})}return n}
var c=undefined&&undefined.__disposeResources||function(e){return function(n){function fail(r){n.error=n.hasError?new e(r,n.error,"An error was suppressed during disposal."):r
n.hasError=true}var r,t=0
function next(){while(r=n.stack.pop()){try{if(!r.async&&t===1)return t=0,n.stack.push(r),Promise.resolve().then(next)
if(r.dispose){var e=r.dispose.call(r.value)
if(r.async)return t|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else t|=1}catch(e){fail(e)}}if(t===1)return n.hasError?Promise.reject(n.error):Promise.resolve()
if(n.hasError)throw n.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,n,r){var t=new Error(r)
return t.name="SuppressedError",t.error=e,t.suppressed=n,t})
const l={plan:async(e,n)=>{const t=ahead(e,n)
return(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(5282),r.e(3333),r.e(1478),r.e(7314),r.e(9687)]).then(r.bind(r,47314))).plan(e,t)},run:async(e,n)=>{const t={stack:[],error:void 0,hasError:false}
try{const o=a(t,engineLook(e,n),false)
const i=ahead(e,n,o)
return await(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).run(e,i,o)}catch(e){t.error=e
t.hasError=true}finally{c(t)}},lint:async(e,n)=>(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).lint(e,n),build:async(e,n)=>{const t={stack:[],error:void 0,hasError:false}
try{const o=a(t,engineLook(e,n),false)
const i=ahead(e,n,e.print?undefined:o)
return await(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).build(e,i,o)}catch(e){t.error=e
t.hasError=true}finally{c(t)}},verify:async(e,n)=>(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).verify(e,n),smoke:async(e,n)=>(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).smoke(e,n),publish:async(e,n)=>(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).publish(e,n),report:async(e,n)=>(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).report(e,n),"verify-host":async(e,n)=>(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322))).verifyHost(e,n),init:async(e,n)=>(await Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(8989),r.e(3333),r.e(1247)]).then(r.bind(r,16988))).init(e,n),doctor:async(e,n)=>(await Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(5282),r.e(3333),r.e(1478),r.e(1415)]).then(r.bind(r,91415))).doctor(e,n)}
async function loadStages(){await Promise.all([Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(5282),r.e(3333),r.e(1478),r.e(7314),r.e(9687)]).then(r.bind(r,47314)),Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(9593),r.e(5282),r.e(3333),r.e(5457),r.e(1478),r.e(7314),r.e(7021),r.e(767)]).then(r.bind(r,75322)),Promise.all([r.e(2311),r.e(8815),r.e(923),r.e(8989),r.e(3333),r.e(1247)]).then(r.bind(r,16988)),Promise.all([r.e(2088),r.e(2311),r.e(8815),r.e(923),r.e(5282),r.e(3333),r.e(1478),r.e(1415)]).then(r.bind(r,91415))])}function ahead(e,n,r){const{plan:i,catalog:s}=e
if(i===undefined&&!(0,t.existsSync)(o.resolve(n.cwd,s)))return n
const a=i===undefined?askGit(e,n):n
r?.begin()
return a}function askGit(e,n){const r=(0,i.Hj)((0,s.O)((0,s.I)(e,n),n));(0,i.pI)(r)
if(n.env.GITHUB_ACTIONS!=="true")(0,i.U4)(r)
return{...n,checkout:r}}})}
