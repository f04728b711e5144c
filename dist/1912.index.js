export const id=1912
export const ids=[1912,3381,5762]
export const modules={26214:((e,n,t)=>{t.d(n,{Hj:()=>openCheckout,U4:()=>askBranches,pI:()=>askAll})
function openCheckout(e){return{index:once(()=>e(["ls-files","--stage","-v","-z"])),modified:once(()=>e(["-c","core.fileMode=true","diff-files","--name-only","--relative","-z"])),others:once(()=>e(["ls-files","--others","--directory","-z"])),staged:once(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:once(async()=>{const[n,t]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return t===undefined?undefined:{id:t,time:Number(n)}}),branch:once(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:once(async()=>{const n=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return n?.trim().replace(/^origin\//,"")||undefined}),settings:once(async()=>readSettings(await e(["config","-z","--get-regexp",i]))),layout:once(async()=>{const n=await e(["rev-parse","--show-object-format","--git-path","info/attributes","--show-cdup"])
const[t,i,a]=n?.split("\n")??[]
return t&&i&&a!==undefined?{format:t,attributes:i,up:a}:undefined})}}function askAll({modified:e,others:n,index:t,layout:i,settings:a,staged:r,head:o}){for(const s of[e,n,t,i,a,r,o])void s()}function askBranches({branch:e,defaultBranch:n}){for(const t of[e,n])void t()}const i="^(core\\.(autocrlf|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[n="",t="true"]=e.split("\n",2)
return n===""?[]:[[n,t]]}))}function once(e){let n
return()=>{n??=e()
return n}}}),33386:((e,n,t)=>{t.d(n,{O:()=>gitOf,I:()=>rootOf})
var i=t(76760)
function gitIn(e,n){return async(t,i)=>{try{const a=["git","-c","safe.directory=*","-c","core.quotePath=false",...t]
const{exitCode:r,stdout:o}=await n(a,{cwd:e,...i!==undefined&&{input:i},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return r===0?o:undefined}catch{return undefined}}}function rootOf({catalog:e},{cwd:n}){return i.dirname(i.resolve(n,e))}function gitOf(e,{exec:n}){return gitIn(e,n)}}),61912:((e,n,t)=>{t.r(n)
t.d(n,{stages:()=>r})
var i=t(26214)
var a=t(33386)
const r={plan:async(e,n)=>{const i=ahead(e,n)
return(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(1110),t.e(6766),t.e(9580),t.e(9687)]).then(t.bind(t,49580))).plan(e,i)},run:async(e,n)=>{const i=ahead(e,n)
return(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).run(e,i)},lint:async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).lint(e,n),build:async(e,n)=>{const i=ahead(e,n)
return(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).build(e,i)},verify:async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).verify(e,n),smoke:async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).smoke(e,n),publish:async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).publish(e,n),report:async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).report(e,n),"verify-host":async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(9593),t.e(1110),t.e(6766),t.e(9580),t.e(8493),t.e(4378),t.e(3156)]).then(t.bind(t,13156))).verifyHost(e,n),init:async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(923),t.e(8989),t.e(1110),t.e(6988)]).then(t.bind(t,16988))).init(e,n),doctor:async(e,n)=>(await Promise.all([t.e(2311),t.e(8815),t.e(2088),t.e(923),t.e(1110),t.e(6766),t.e(3796)]).then(t.bind(t,91415))).doctor(e,n)}
function ahead(e,n){if(e.plan!==undefined)return n
const t=(0,i.Hj)((0,a.O)((0,a.I)(e,n),n));(0,i.pI)(t)
if(n.env.GITHUB_ACTIONS!=="true")(0,i.U4)(t)
return{...n,checkout:t}}})}
