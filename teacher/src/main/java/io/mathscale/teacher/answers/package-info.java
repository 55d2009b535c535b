/**
 * What the teacher answers: recognition of prompts, labels of questions, posed and solved problems.
 */
package io.mathscale.teacher.answers;
