export const id=5762
export const ids=[5762,3381]
export const modules={26214:((e,t,n)=>{n.d(t,{Hj:()=>openCheckout,U4:()=>askBranches,pI:()=>askAll})
function openCheckout(e){return{index:once(()=>e(["ls-files","--stage","-v","-z"])),modified:once(()=>e(["diff-files","--name-only","--relative","-z"])),others:once(()=>e(["ls-files","--others","--directory","-z"])),staged:once(()=>e(["diff-index","--cached","--name-only","HEAD","--","."])),head:once(async()=>{const[t,n]=(await e(["rev-list","--max-count=1","--timestamp","HEAD","--"]))?.trim().split(" ")??[]
return n===undefined?undefined:{id:n,time:Number(t)}}),branch:once(async()=>(await e(["symbolic-ref","--short","-q","HEAD"]))?.trim()||undefined),defaultBranch:once(async()=>{const t=await e(["symbolic-ref","--short","-q","refs/remotes/origin/HEAD"])
return t?.trim().replace(/^origin\//,"")||undefined}),settings:once(async()=>readSettings(await e(["config","-z","--get-regexp",o]))),layout:once(async()=>{const t=await e(["rev-parse","--show-object-format","--git-path","info/attributes","--show-cdup"])
const[n,o,r]=t?.split("\n")??[]
return n&&o&&r!==undefined?{format:n,attributes:o,up:r}:undefined})}}function askAll({modified:e,others:t,index:n,layout:o,settings:r,staged:i,head:c}){for(const s of[e,t,n,o,r,i,c])void s()}function askBranches({branch:e,defaultBranch:t}){for(const n of[e,t])void n()}const o="^(core\\.(autocrlf|eol|filemode|attributesfile)|remote\\.origin\\.url)$"
function readSettings(e=""){return new Map(e.split("\0").flatMap(e=>{const[t="",n="true"]=e.split("\n",2)
return t===""?[]:[[t,n]]}))}function once(e){let t
return()=>{t??=e()
return t}}}),33386:((e,t,n)=>{n.d(t,{O:()=>gitOf,I:()=>rootOf})
var o=n(76760)
function gitIn(e,t){return async(n,o)=>{try{const r=["git","-c","safe.directory=*","-c","core.quotePath=false",...n]
const{exitCode:i,stdout:c}=await t(r,{cwd:e,...o!==undefined&&{input:o},env:{GIT_OPTIONAL_LOCKS:"0",LC_ALL:"C"}})
return i===0?c:undefined}catch{return undefined}}}function rootOf({catalog:e},{cwd:t}){return o.dirname(o.resolve(t,e))}function gitOf(e,{exec:t}){return gitIn(e,t)}})}
