package org.vcdsl.report

import java.util.List
import org.vcdsl.report.PlanMarkdown.Line
import org.vcdsl.report.PlanMarkdown.PlanPage
import org.vcdsl.report.PlanMarkdown.Risk

/** The page of a plan: only loops and names, for its texts come escaped. */
package class PlanPageTemplate {

	def String print(PlanPage page) '''
		# Deployment plan of «page.topology»

		«page.steps» steps in «page.waves.size» waves; by estimate they take at least «page.duration».
		«IF !page.blocked.empty»

			## Blocked steps

			This plan must not be carried out before these are mended: the playbook refuses.

			| Step | Rule |
			| --- | --- |
			«FOR line : page.blocked»
				| «line.id» | «line.blockedBy» |
			«ENDFOR»
		«ENDIF»

		## What must be supplied

		«IF page.variables.empty»
			Nothing.
		«ELSE»
			| Variable | Put here | Needed by |
			| --- | --- | --- |
			«FOR variable : page.variables»
				| «variable.name» | «variable.description» | «variable.element» |
			«ENDFOR»
		«ENDIF»

		## What is done, in this order

		Steps of one wave may run side by side. A wave begins when all steps of the wave before are done and checked.
		«FOR wave : page.waves»

			### Wave «wave.number»: «wave.duration»

			«steps(wave.lines)»
		«ENDFOR»

		«IF !page.manualSteps.empty»
			## What is done by hand

			No tool does these steps. The playbook stops there until its variable `manual_steps_done` lists them, and is then run again;
			the one that takes everything back does so, too, with `manual_steps_undone`.

			| Step | Do | To undo |
			| --- | --- | --- |
			«FOR manual : page.manualSteps»
				| «manual.step» | «manual.instruction» | «manual.undo» |
			«ENDFOR»

		«ENDIF»
		## What takes longest

		«IF page.criticalPath.empty»
			There is nothing to do.
		«ELSE»
			Nothing finishes before these steps, one after the other, have taken «page.duration»:

			«FOR line : page.criticalPath»
				1. «line.action» («line.duration»)
			«ENDFOR»

			Durations are defaults:

			«FOR estimate : page.estimates»
				- «estimate»
			«ENDFOR»
		«ENDIF»

		## How it is undone

		«IF page.waves.empty»
			There is nothing to undo.
		«ELSE»
			The last step first:

			«FOR wave : page.waves.reverseView»
				«FOR line : wave.lines.reverseView»
					1. «line.inverse»
				«ENDFOR»
			«ENDFOR»
		«ENDIF»

		## Risks that stay

		«IF page.risks.empty»
			None was found.
		«ELSE»
			| Severity | Rule | Place | Finding |
			| --- | --- | --- | --- |
			«FOR risk : page.risks»
				| «risk.severity» | «risk.ruleId» | «risk.place» | «risk.message» |
			«ENDFOR»
		«ENDIF»

		## Risks that were accepted

		«IF page.acceptedRisks.empty»
			None.
		«ELSE»
			«accepted(page.acceptedRisks)»
		«ENDIF»
	'''

	private def steps(List<Line> lines) '''
		| Step | Before | Check afterwards | To undo | Takes |
		| --- | --- | --- | --- | --- |
		«FOR line : lines»
			| «line.action» | «line.precondition» | «line.check» | «line.inverse» | «line.duration» |
		«ENDFOR»
	'''

	private def accepted(List<Risk> risks) '''
		| Rule | Place | Finding | Reason | Until |
		| --- | --- | --- | --- | --- |
		«FOR risk : risks»
			| «risk.ruleId» | «risk.place» | «risk.message» | «risk.reason» | «risk.until» |
		«ENDFOR»
	'''
}
