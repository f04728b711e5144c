export const id=9815
export const ids=[9815]
export const modules={89815:((e,r,n)=>{n.r(r)
n.d(r,{setupPost:()=>setupPost})
var o=n(51455)
var t=n(96251)
var s=n(92882)
var i=n(83142)
var a=n(27994)
var c=n(82237)
var u=n(95205)
var f=n(32534)
var d=undefined&&undefined.__addDisposableResource||function(e,r,n){if(r!==null&&r!==void 0){if(typeof r!=="object"&&typeof r!=="function")throw new TypeError("Object expected.")
var o,t
if(n){if(!Symbol.asyncDispose)throw new TypeError("Symbol.asyncDispose is not defined.")
o=r[Symbol.asyncDispose]}if(o===void 0){if(!Symbol.dispose)throw new TypeError("Symbol.dispose is not defined.")
o=r[Symbol.dispose]
if(n)t=o}if(typeof o!=="function")throw new TypeError("Object not disposable.")
if(t)o=function(){try{t.call(this)}catch(e){return Promise.reject(e)}}
e.stack.push({value:r,dispose:o,async:n})}else if(n){e.stack.push({async:true})}return r}
var p=undefined&&undefined.__disposeResources||function(e){return function(r){function fail(n){r.error=r.hasError?new e(n,r.error,"An error was suppressed during disposal."):n
r.hasError=true}var n,o=0
function next(){while(n=r.stack.pop()){try{if(!n.async&&o===1)return o=0,r.stack.push(n),Promise.resolve().then(next)
if(n.dispose){var e=n.dispose.call(n.value)
if(n.async)return o|=2,Promise.resolve(e).then(next,function(e){fail(e)
return next()})}else o|=1}catch(e){fail(e)}}if(o===1)return r.hasError?Promise.reject(r.error):Promise.resolve()
if(r.hasError)throw r.error}return next()}}(typeof SuppressedError==="function"?SuppressedError:function(e,r,n){var o=new Error(n)
return o.name="SuppressedError",o.error=e,o.suppressed=r,o})
async function removeKilled(){const e=await remove().catch(()=>[])
return e.length===0?undefined:`containers of a run that was killed removed: ${e.join(", ")}`}async function remove(){const e={stack:[],error:void 0,hasError:false}
try{const[{openEngine:r},{removeLeftovers:o},{reachHost:t}]=await Promise.all([n.e(1405).then(n.bind(n,51405)),Promise.all([n.e(2311),n.e(4058)]).then(n.bind(n,34058)),n.e(3662).then(n.bind(n,93662))])
const{signal:s}=new AbortController
const i=d(e,await r(f.vK,{},{env:process.env,signal:s,reachHost:t}),true)
return o(i.api)}catch(r){e.error=r
e.hasError=true}finally{const r=p(e)
if(r)await r}}var l=n(44631)
async function setupPost(){const e=(0,t.Gu)(i.$i)
const r=(0,t.Gu)(a.xm)
const n=JSON.parse((0,t.Gu)(c.J)||"[]")
const o=await(0,s.Df)(async()=>{const o=[await removeKilled(),r===""?undefined:await(0,a.iq)(r),e===""?undefined:await(0,i.A8)(e)]
for(const e of n)await keepImage(e)
return o.filter(e=>e!==undefined)})
console.log(o.length>0?o.join(", "):"nothing to take back")}async function keepImage({folder:e,prefix:r}){const n=await(0,l.a)(()=>(0,u.mm)(e,r),e=>e===undefined?`${r} is kept in the cache`:undefined)
if(n!==undefined)(0,s.HU)(()=>(0,t.$e)(`${r} could not be kept in the cache: ${n}`))
await(0,o.rm)(e,{recursive:true,force:true})}})}
