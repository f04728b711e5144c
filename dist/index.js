import*as e from"./no-id-token.js"
import*as _ from"node:buffer"
import{createRequire as r}from"module"
var c={18137:((e,_,r)=>{var x=e=>{var _={}
r.d(_,e)
return _}
var y=e=>()=>e
e.exports=x({})}),1786:((e,r,c)=>{var x=e=>{var _={}
c.d(_,e)
return _}
var y=e=>()=>e
e.exports=x({["default"]:()=>_["default"]})}),76065:(e=>{e.exports=r(import.meta.url)("./fetch.js")}),42613:(e=>{e.exports=r(import.meta.url)("assert")}),20181:(e=>{e.exports=r(import.meta.url)("buffer")}),35317:(e=>{e.exports=r(import.meta.url)("child_process")}),76982:(e=>{e.exports=r(import.meta.url)("crypto")}),24434:(e=>{e.exports=r(import.meta.url)("events")}),79896:(e=>{e.exports=r(import.meta.url)("fs")}),91943:(e=>{e.exports=r(import.meta.url)("fs/promises")}),58611:(e=>{e.exports=r(import.meta.url)("http")}),85675:(e=>{e.exports=r(import.meta.url)("http2")}),65692:(e=>{e.exports=r(import.meta.url)("https")}),69278:(e=>{e.exports=r(import.meta.url)("net")}),34589:(e=>{e.exports=r(import.meta.url)("node:assert")}),16698:(e=>{e.exports=r(import.meta.url)("node:async_hooks")}),4573:(e=>{e.exports=r(import.meta.url)("node:buffer")}),31421:(e=>{e.exports=r(import.meta.url)("node:child_process")}),37540:(e=>{e.exports=r(import.meta.url)("node:console")}),77598:(e=>{e.exports=r(import.meta.url)("node:crypto")}),53053:(e=>{e.exports=r(import.meta.url)("node:diagnostics_channel")}),40610:(e=>{e.exports=r(import.meta.url)("node:dns")}),78474:(e=>{e.exports=r(import.meta.url)("node:events")}),73024:(e=>{e.exports=r(import.meta.url)("node:fs")}),51455:(e=>{e.exports=r(import.meta.url)("node:fs/promises")}),37067:(e=>{e.exports=r(import.meta.url)("node:http")}),32467:(e=>{e.exports=r(import.meta.url)("node:http2")}),44708:(e=>{e.exports=r(import.meta.url)("node:https")}),77030:(e=>{e.exports=r(import.meta.url)("node:net")}),48161:(e=>{e.exports=r(import.meta.url)("node:os")}),76760:(e=>{e.exports=r(import.meta.url)("node:path")}),643:(e=>{e.exports=r(import.meta.url)("node:perf_hooks")}),1708:(e=>{e.exports=r(import.meta.url)("node:process")}),41792:(e=>{e.exports=r(import.meta.url)("node:querystring")}),80481:(e=>{e.exports=r(import.meta.url)("node:readline")}),57075:(e=>{e.exports=r(import.meta.url)("node:stream")}),46193:(e=>{e.exports=r(import.meta.url)("node:string_decoder")}),58500:(e=>{e.exports=r(import.meta.url)("node:timers/promises")}),41692:(e=>{e.exports=r(import.meta.url)("node:tls")}),73136:(e=>{e.exports=r(import.meta.url)("node:url")}),57975:(e=>{e.exports=r(import.meta.url)("node:util")}),73429:(e=>{e.exports=r(import.meta.url)("node:util/types")}),75919:(e=>{e.exports=r(import.meta.url)("node:worker_threads")}),38522:(e=>{e.exports=r(import.meta.url)("node:zlib")}),70857:(e=>{e.exports=r(import.meta.url)("os")}),16928:(e=>{e.exports=r(import.meta.url)("path")}),932:(e=>{e.exports=r(import.meta.url)("process")}),2203:(e=>{e.exports=r(import.meta.url)("stream")}),13193:(e=>{e.exports=r(import.meta.url)("string_decoder")}),53557:(e=>{e.exports=r(import.meta.url)("timers")}),64756:(e=>{e.exports=r(import.meta.url)("tls")}),52018:(e=>{e.exports=r(import.meta.url)("tty")}),87016:(e=>{e.exports=r(import.meta.url)("url")}),39023:(e=>{e.exports=r(import.meta.url)("util")}),43106:(e=>{e.exports=r(import.meta.url)("zlib")}),29799:((e,_,r)=>{r.d(_,{S6:()=>compileCacheFolder,Y6:()=>defaultOutFolder,g6:()=>trustedCacheFolder,nF:()=>cacheFolder})
var c=r(77598)
var t=r(48161)
var i=r(76760)
function cacheFolder(e){return e.LUCID_CACHE||(0,i.join)(e.XDG_CACHE_HOME||(0,i.join)((0,t.homedir)(),".cache"),"lucid-build-action")}function defaultOutFolder(e,_){if(e.GITHUB_ACTIONS==="true"&&e.RUNNER_TEMP)return(0,i.join)(e.RUNNER_TEMP,"lucid")
const r=(0,c.createHash)("sha256").update(_).digest("hex").slice(0,8)
return(0,i.join)(cacheFolder(e),"out",`${(0,i.basename)((0,i.dirname)(_))}-${r}`)}function trustedCacheFolder(e){return e.GITHUB_ACTIONS==="true"&&e.RUNNER_TEMP?e.RUNNER_TEMP:cacheFolder(e)}function compileCacheFolder(e){return(0,i.join)(trustedCacheFolder(e),"compiled")}})}
var t={}
function __nccwpck_require__(e){var _=t[e]
if(_!==undefined){return _.exports}var r=t[e]={exports:{}}
var i=true
try{c[e].call(r.exports,r,r.exports,__nccwpck_require__)
i=false}finally{if(i)delete t[e]}return r.exports}__nccwpck_require__.m=c
if(typeof __nccwpck_require__!=="undefined")__nccwpck_require__.ab=decodeURIComponent(new URL(".",import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/)?1:0,-1)+"/";(()=>{var e=Object.getPrototypeOf?e=>Object.getPrototypeOf(e):e=>e.__proto__
var _
__nccwpck_require__.t=function(r,c){if(c&1)r=this(r)
if(c&8)return r
if(typeof r==="object"&&r){if(c&4&&r.__esModule)return r
if(c&16&&typeof r.then==="function")return r}var t=Object.create(null)
__nccwpck_require__.r(t)
var i={}
_=_||[null,e({}),e([]),e(e)]
for(var n=c&2&&r;typeof n=="object"&&!~_.indexOf(n);n=e(n)){Object.getOwnPropertyNames(n).forEach(e=>i[e]=()=>r[e])}i["default"]=()=>r
__nccwpck_require__.d(t,i)
return t}})();(()=>{__nccwpck_require__.d=(e,_)=>{for(var r in _){if(__nccwpck_require__.o(_,r)&&!__nccwpck_require__.o(e,r)){Object.defineProperty(e,r,{enumerable:true,get:_[r]})}}}})();(()=>{__nccwpck_require__.f={}
__nccwpck_require__.e=e=>Promise.all(Object.keys(__nccwpck_require__.f).reduce((_,r)=>{__nccwpck_require__.f[r](e,_)
return _},[]))})();(()=>{__nccwpck_require__.u=e=>""+e+".index.js"})();(()=>{__nccwpck_require__.o=(e,_)=>Object.prototype.hasOwnProperty.call(e,_)})();(()=>{__nccwpck_require__.r=e=>{if(typeof Symbol!=="undefined"&&Symbol.toStringTag){Object.defineProperty(e,Symbol.toStringTag,{value:"Module"})}Object.defineProperty(e,"__esModule",{value:true})}})();(()=>{var e={8792:0}
var installChunk=_=>{var{ids:r,modules:c,runtime:t}=_
var i,n,p=0
for(i in c){if(__nccwpck_require__.o(c,i)){__nccwpck_require__.m[i]=c[i]}}if(t)t(__nccwpck_require__)
for(;p<r.length;p++){n=r[p]
if(__nccwpck_require__.o(e,n)&&e[n]){e[n][0]()}e[r[p]]=0}}
__nccwpck_require__.f.j=(_,r)=>{var c=__nccwpck_require__.o(e,_)?e[_]:undefined
if(c!==0){if(c){r.push(c[1])}else{if(true){var t=import("./"+__nccwpck_require__.u(_)).then(installChunk,r=>{if(e[_]!==0)e[_]=undefined
throw r})
var t=Promise.race([t,new Promise(r=>c=e[_]=[r])])
r.push(c[1]=t)}}}}})()
var i={}
__nccwpck_require__.d(i,{VM:()=>u,gh:()=>loadAll,ni:()=>start})
const n=r(import.meta.url)("node:module")
var p=__nccwpck_require__(29799)
const action=e=>async()=>(await Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(2856),__nccwpck_require__.e(6251),__nccwpck_require__.e(77),__nccwpck_require__.e(501),__nccwpck_require__.e(1034),__nccwpck_require__.e(1734),__nccwpck_require__.e(7539),__nccwpck_require__.e(174),__nccwpck_require__.e(1249),__nccwpck_require__.e(3680)]).then(__nccwpck_require__.bind(__nccwpck_require__,3680))).stageAction(e)
const o={lucid:(async()=>(await Promise.all([__nccwpck_require__.e(2856),__nccwpck_require__.e(5565),__nccwpck_require__.e(77),__nccwpck_require__.e(1034),__nccwpck_require__.e(7539),__nccwpck_require__.e(174),__nccwpck_require__.e(7358)]).then(__nccwpck_require__.bind(__nccwpck_require__,66312))).main()),run:action("run"),plan:action("plan"),lint:action("lint"),build:action("build"),verify:action("verify"),smoke:action("smoke"),sign:action("sign"),publish:action("publish"),"verify-host":action("verify-host"),report:action("report"),setup:(async()=>(await Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(2856),__nccwpck_require__.e(6251),__nccwpck_require__.e(77),__nccwpck_require__.e(501),__nccwpck_require__.e(1034),__nccwpck_require__.e(1734),__nccwpck_require__.e(5656),__nccwpck_require__.e(704)]).then(__nccwpck_require__.bind(__nccwpck_require__,50704))).setup()),"setup-post":(async()=>(await Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(6251),__nccwpck_require__.e(501),__nccwpck_require__.e(1034),__nccwpck_require__.e(1734),__nccwpck_require__.e(5656),__nccwpck_require__.e(7003)]).then(__nccwpck_require__.bind(__nccwpck_require__,84251))).setupPost())}
const u=Object.keys(o)
async function loadAll(){await Promise.all([Promise.all([__nccwpck_require__.e(2856),__nccwpck_require__.e(5565),__nccwpck_require__.e(77),__nccwpck_require__.e(1034),__nccwpck_require__.e(7539),__nccwpck_require__.e(174),__nccwpck_require__.e(7358)]).then(__nccwpck_require__.bind(__nccwpck_require__,66312)),Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(9624)]).then(__nccwpck_require__.bind(__nccwpck_require__,9624)),Promise.all([__nccwpck_require__.e(5872),__nccwpck_require__.e(9163)]).then(__nccwpck_require__.bind(__nccwpck_require__,89163)),Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(2856),__nccwpck_require__.e(6251),__nccwpck_require__.e(77),__nccwpck_require__.e(501),__nccwpck_require__.e(1034),__nccwpck_require__.e(1734),__nccwpck_require__.e(7539),__nccwpck_require__.e(174),__nccwpck_require__.e(1249),__nccwpck_require__.e(3680)]).then(__nccwpck_require__.bind(__nccwpck_require__,3680)),Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(2856),__nccwpck_require__.e(6251),__nccwpck_require__.e(77),__nccwpck_require__.e(501),__nccwpck_require__.e(1034),__nccwpck_require__.e(1734),__nccwpck_require__.e(5656),__nccwpck_require__.e(704)]).then(__nccwpck_require__.bind(__nccwpck_require__,50704)),Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(6251),__nccwpck_require__.e(501),__nccwpck_require__.e(1034),__nccwpck_require__.e(1734),__nccwpck_require__.e(5656),__nccwpck_require__.e(7003)]).then(__nccwpck_require__.bind(__nccwpck_require__,84251)),Promise.all([__nccwpck_require__.e(2311),__nccwpck_require__.e(8815),__nccwpck_require__.e(5921)]).then(__nccwpck_require__.bind(__nccwpck_require__,28302)),Promise.all([__nccwpck_require__.e(2088),__nccwpck_require__.e(6251),__nccwpck_require__.e(4119),__nccwpck_require__.e(2830),__nccwpck_require__.e(1608)]).then(__nccwpck_require__.bind(__nccwpck_require__,91608)),__nccwpck_require__.e(3972).then(__nccwpck_require__.bind(__nccwpck_require__,33972)).then(({loadStages:e})=>e()),Promise.all([__nccwpck_require__.e(3979),__nccwpck_require__.e(7905)]).then(__nccwpck_require__.bind(__nccwpck_require__,97905))])}async function start(e){(0,n.enableCompileCache)((0,p.S6)(process.env))
await o[e]()}var a=i.VM
var s=i.gh
var l=i.ni
export{a as entryNames,s as loadAll,l as start}
